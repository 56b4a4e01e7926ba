"""What differs in the end from what was read, whatever happened on the way."""

from functools import partial

from hypothesis import given
from hypothesis import strategies as st
from tests.support.drafts import APEL

from pamong.apps.forums import editing
from pamong.apps.forums.touches import Step, corrections, counted, touches

READ = APEL.to_json()


def steps(*edits):
    """Make each edit in turn; return the steps and the content in the end."""
    made, content = [], READ
    for pointer, edit in edits:
        after = edit(content)
        made.append(Step(pointer, content, after))
        content = after
    return made, content


def put(pointer, value):
    return pointer, partial(editing.set_value, pointer=pointer, value=value)


def add(rows, row):
    return f"/{rows}", partial(editing.add_row, rows=rows, row=row)


def remove(pointer):
    return pointer, partial(editing.remove_row, pointer=pointer)


def differing(*edits):
    made, content = steps(*edits)
    return [(one.field, one.kind) for one in corrections(READ, content, made)]


def row(gist):
    return {**READ["directives"][0], "gist": gist}


def test_nothing_changed_is_nothing_corrected():
    assert differing() == []
    assert touches([]) == []


def test_each_change_that_stands_is_a_touch_by_field_and_kind():
    made, _content = steps(
        put("/place", "lapangan"),
        put("/place", "aula"),
        put("/directives/0/to", "semua ASN"),
        add("organisations", "BKPSDM"),
        remove("/organisations/0"),
    )

    assert [(touch.field, touch.kind) for touch in touches(made)] == [
        ("place", "changed"),
        ("place", "changed"),
        ("directives/to", "changed"),
        ("organisations", "added"),
        ("organisations", "removed"),
    ]
    assert counted(touches(made))["place"] == 2


def test_a_value_that_was_put_back_is_not_corrected():
    assert differing(put("/place", "aula"), put("/place", APEL.place)) == []


def test_a_value_tells_what_was_proposed_first_and_what_stands_last():
    made, content = steps(put("/place", "aula"), put("/place", "lapangan"))

    (found,) = corrections(READ, content, made)

    assert (found.field, found.proposed, found.corrected) == ("place", APEL.place, "lapangan")
    assert found.was == found.now == "/place"


def test_a_row_is_followed_although_rows_before_it_went():
    made, content = steps(
        add("directives", row("mengisi laporan")),
        remove("/directives/0"),
        put("/directives/0/to", "BKD"),
        add("directives", row("pulang tepat waktu")),
        remove("/directives/0"),
    )

    found = corrections(READ, content, made)

    assert [(one.kind, one.was, one.now) for one in found] == [
        ("removed", "/directives/0", None),
        ("added", None, "/directives/0"),
    ]
    assert found[1].corrected["gist"] == "pulang tepat waktu"


def test_of_a_changed_row_the_whole_row_is_told_and_the_part():
    made, content = steps(put("/speakers/0/office", "Wakil Bupati Contoh"))

    (found,) = corrections(READ, content, made)

    assert (found.field, found.was) == ("speakers/office", "/speakers/0/office")
    assert found.proposed["office"] == "Bupati Contoh"
    assert found.corrected["office"] == "Wakil Bupati Contoh"


def test_a_read_speech_is_compared_part_by_part():
    pair = {"reader": "Budi (rekaan)", "principal": None}
    made, content = steps(put("/on_behalf_of", pair))

    (found,) = corrections(READ, content, made)

    assert (found.field, found.corrected) == ("on_behalf_of/reader", "Budi (rekaan)")


def test_asking_a_language_model_is_no_touch():
    asked = Step("/proposals", READ, {**READ, "proposals": []})

    assert touches([asked]) == []
    assert corrections(READ, asked.after, [asked]) == []


def test_rows_that_no_change_led_to_teach_nothing():
    assert corrections(READ, {**READ, "directives": []}, []) == []


@given(st.lists(st.sampled_from(["add", "first", "last", "name"]), max_size=12))
def test_added_less_removed_is_what_the_list_grew_by(acts):
    made, content = [], READ
    for number, act in enumerate(acts):
        here = len(content["directives"])
        if act == "add":
            pointer, edit = add("directives", row(f"arahan {number}"))
        elif not here:
            continue
        elif act == "name":
            pointer, edit = put(f"/directives/{here - 1}/to", f"OPD {number}")
        else:
            pointer, edit = remove(f"/directives/{0 if act == 'first' else here - 1}")
        after = edit(content)
        made.append(Step(pointer, content, after))
        content = after

    kinds = [one.kind for one in corrections(READ, content, made)]

    grown = len(content["directives"]) - len(READ["directives"])
    assert kinds.count("added") - kinds.count("removed") == grown
