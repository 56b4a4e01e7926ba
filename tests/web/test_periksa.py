"""A case filled in by hand: judged with its reasons, and what is wrong is pointed out."""

from html.parser import HTMLParser

import pytest

from pamong import law

HANDED_OVER = "/periksa/disiplin-penyampaian/"
ACTING = "/periksa/plt-jabatan-batas/"
JUDGING = law.rules_of(law.Kind.RULE) | law.rules_of(law.Kind.STEP)
LATE = {
    "perkara-1-ditetapkan_on": "1/7/2024",
    "perkara-1-sudah_disampaikan": "tidak",
    "hari": "22 Juli 2024",
}


def posted(client, path, **fields):
    answer = client.post(path, fields)
    return answer, answer.content.decode()


def test_every_rule_that_judges_can_be_chosen_and_found(client, world):
    told = client.get("/periksa/").content.decode()
    found = client.get("/periksa/", {"cari": "keputusan hukuman disiplin"}).content.decode()

    assert all(f'"{"/periksa/" + name + "/"}' in told for name in JUDGING)
    assert HANDED_OVER in found
    assert ACTING not in found


def test_one_case_is_judged_with_its_steps_and_its_article(client, world):
    answer, told = posted(client, HANDED_OVER, **LATE)

    assert answer.status_code == 200
    assert "Belum disampaikan, tenggatnya lewat" in told
    assert "PP 94/2021 Pasal 37 ayat (3)" in told
    assert "19 Juli 2024" in told
    assert 'value="1/7/2024"' in told  # what was typed stays


def test_a_value_left_empty_is_not_known_and_is_named(client, world):
    _, told = posted(client, HANDED_OVER, **LATE | {"perkara-1-sudah_disampaikan": ""})

    assert "Belum dapat dinilai" in told
    assert "Apakah keputusan itu sudah disampaikan" in told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"perkara-1-ditetapkan_on": "31/2/2024"}, "Harus tanggal seperti"),
        ({"hari": "besok"}, "besok"),
        ({"hari": ""}, "field"),
        ({"perkara-1-ditetapkan_on": "5/6/2010"}, "baru tercatat sejak 6 Juni 2010"),
        ({"perkara-1-sudah_disampaikan": "mungkin"}, "Harus true atau false"),
    ],
)
def test_what_cannot_be_read_is_pointed_out_and_the_rest_stays(client, world, fields, told):
    answer, page = posted(client, HANDED_OVER, **LATE | fields)

    assert answer.status_code == 422
    assert told in page or 'id="hari-galat"' in page
    assert "message-error" in page


def test_a_rule_over_tables_begins_with_a_case_that_judges(client, world):
    page = client.get(ACTING).content.decode()
    fields = dict(_fields(page))

    answer, told = posted(client, ACTING, **fields)

    assert answer.status_code == 200
    assert "Melewati batas masa Plt" in told


def test_a_row_more_is_offered_and_nothing_typed_is_lost(client, world):
    fields = dict(_fields(client.get(ACTING).content.decode()))

    _, told = posted(client, ACTING, **fields | {"tambah": "pemangku"})
    after = dict(_fields(told))

    assert "Mengapa versi ini" not in told
    assert fields.items() <= after.items()
    assert len(after) > len(fields)


def test_a_case_of_the_rule_can_be_changed_and_judged(client, world):
    case = law.rule("disiplin-penyampaian").cases[3]

    told = client.get(HANDED_OVER, {"kasus": 4}).content.decode()

    assert case.name == "one day late"
    assert 'value="22 Juli 2024"' in told


def _fields(page):
    """Return the controls of a page by their names, as a browser would send them."""
    found = []

    class Reader(HTMLParser):
        select = ""

        def handle_starttag(self, tag, attrs):
            told = dict(attrs)
            if tag == "input" and "name" in told and told["name"] != "csrfmiddlewaretoken":
                found.append((told["name"], told.get("value") or ""))
            if tag == "select":
                self.select = told["name"]
            if tag == "option" and "selected" in told:
                found.append((self.select, told["value"]))

    Reader().feed(page)
    return [(name, value) for name, value in found if name not in {"cari", "per", "pemda", "q"}]


@pytest.mark.parametrize("rule_id", sorted(JUDGING))
def test_what_a_case_of_every_rule_says_the_page_says(client, world, rule_id):
    rule = law.rule(rule_id)
    number, case = next(
        (number, case) for number, case in enumerate(rule.cases, 1) if case.expect.get("outcome")
    )
    page = client.get(f"/periksa/{rule_id}/", {"kasus": number})

    answer, told = posted(client, f"/periksa/{rule_id}/", **dict(_fields(page.content.decode())))

    assert page.status_code == answer.status_code == 200
    assert len(answer.content) <= 100_000
    assert rule.outcomes[case.expect["outcome"]].label in told


def test_a_rule_that_is_not_there_is_a_sentence(client, world):
    answer = client.get("/periksa/disiplin-penyampain/")

    assert answer.status_code == 404
    assert "disiplin-penyampaian" in answer.content.decode()
