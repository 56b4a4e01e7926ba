"""A language model is asked only openly, only about what may go out, and can break nothing."""

import http.client
import json
import time
from functools import partial

import pytest
from tests.support.drafts import APEL, TEXT, put_down, replace
from tests.support.model_server import proposing, saying, sending, stand_in
from tests.support.registry import WARNI

from pamong.apps.forums import editing
from pamong.apps.forums.asking_model import (
    ModelNotAskedError,
    ask_model,
    request_for,
)
from pamong.apps.forums.errors import DraftDecidedError
from pamong.apps.forums.learning import standing_steps
from pamong.apps.forums.model_endpoint import LARGEST_ANSWER, ModelFailedError
from pamong.apps.forums.models import ReadingDraft
from pamong.apps.forums.selectors import get_draft
from pamong.apps.forums.services import change_draft, set_aside_draft, undo_change
from pamong.apps.forums.touches import touches
from pamong.reader.draft import DraftCommitment
from pamong.reader.proposals import MOST_LETTERS

HOUR = {"field": "time_of_day", "value": "setiap hari", "words": "tepat waktu setiap hari"}
BODY = {"field": "organisations", "value": "kepala OPD", "words": "meminta kepala OPD melapor"}
PLACE = {"field": "place", "value": "apel", "words": "memimpin apel"}


@pytest.fixture
def model(settings):
    with stand_in() as server:
        settings.PAMONG_MODEL = server.setting()
        yield server


@pytest.fixture
def draft(contoh):
    return put_down(contoh, APEL)


def ask(draft):
    here = get_draft(draft.public_id)
    return ask_model(public_id=draft.public_id, digest=request_for(here).digest, actor=WARNI)


def take(draft, number=0):
    content = get_draft(draft.public_id).content
    key = editing.proposal_key(content["proposals"][number])
    return change_draft(
        public_id=draft.public_id,
        pointer=editing.proposal_pointer(content, key),
        edit=partial(editing.take_proposal, key=key),
        actor=WARNI,
    )


# ── what is sent ───────────────────────────────────────────────────────────────────────────────


def test_exactly_what_was_shown_is_sent_to_the_address_of_the_settings(model, draft):
    shown = request_for(get_draft(draft.public_id))

    ask(draft)

    (asked,) = model.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.body.decode() == shown.body
    assert asked.headers["Authorization"] == "Bearer rahasia"
    told = json.loads(asked.body)
    assert [message["content"] for message in told["messages"]] == [
        shown.instructions,
        draft.document.text,
    ]
    assert told["model"] == "uji"
    assert "rahasia" not in shown.body + shown.digest


def test_without_a_key_none_is_sent(model, draft, settings):
    settings.PAMONG_MODEL = model.setting(key="")

    ask(draft)

    assert "Authorization" not in model.asked[0].headers


def test_nothing_is_sent_where_no_model_is_set(draft):
    with pytest.raises(ModelNotAskedError, match="Belum ada model bahasa"):
        ask_model(public_id=draft.public_id, digest="", actor=WARNI)


def test_nothing_is_sent_of_a_document_with_words_without_a_name(model, contoh):
    unnamed = DraftCommitment(None, None, "mengisi laporan", "kinerja")
    sealed = put_down(contoh, replace(APEL, commitments=(unnamed,)))
    change_draft(  # whatever happens to it, it stays sealed
        public_id=sealed.public_id,
        pointer="/commitments/0",
        edit=lambda content: editing.set_value(content, "/place", "aula"),
        actor=WARNI,
    )
    change_draft(
        public_id=sealed.public_id,
        pointer="/commitments/0",
        edit=partial(editing.remove_row, pointer="/commitments/0"),
        actor=WARNI,
    )
    sealed.refresh_from_db()

    assert sealed.is_sealed
    assert not sealed.content["commitments"]
    with pytest.raises(ModelNotAskedError, match="tidak disebut namanya"):
        ask_model(public_id=sealed.public_id, digest="", actor=WARNI)
    assert model.asked == []


def test_a_document_that_was_sealed_after_it_was_shown_is_not_sent(model, draft):
    digest = request_for(get_draft(draft.public_id)).digest
    ReadingDraft.objects.filter(pk=draft.pk).update(is_sealed=True)

    with pytest.raises(ModelNotAskedError):
        ask_model(public_id=draft.public_id, digest=digest, actor=WARNI)

    assert model.asked == []


def test_nothing_but_what_was_shown_is_sent(model, draft, settings):
    digest = request_for(get_draft(draft.public_id)).digest
    settings.PAMONG_MODEL = model.setting(name="lain")

    with pytest.raises(ModelNotAskedError, match="sudah berubah"):
        ask_model(public_id=draft.public_id, digest=digest, actor=WARNI)

    assert model.asked == []


def test_a_decided_draft_or_a_very_long_text_is_not_sent(model, contoh, draft):
    set_aside_draft(
        public_id=draft.public_id, day=draft.document.received_on, actor=WARNI, reason="x"
    )
    long = put_down(contoh, APEL, kode="uji-10", text="kata " * MOST_LETTERS)

    with pytest.raises(DraftDecidedError):
        ask_model(public_id=draft.public_id, digest="", actor=WARNI)
    with pytest.raises(ModelNotAskedError, match="terlalu panjang"):
        ask_model(public_id=long.public_id, digest="", actor=WARNI)
    assert model.asked == []


# ── what comes of it ───────────────────────────────────────────────────────────────────────────


def test_proposals_stand_beside_the_draft_and_change_no_value(model, draft):
    model.answering = proposing([HOUR, PLACE, BODY, {**BODY, "value": "BKN"}])

    asked = ask(draft)

    here = get_draft(draft.public_id)
    assert (asked.added, asked.dropped) == (2, 2)
    assert {**here.content, "proposals": []} == APEL.to_json()
    assert [row["field"] for row in here.content["proposals"]] == ["time_of_day", "organisations"]
    assert {row["source"] for row in here.content["proposals"]} == {"model_bahasa"}
    assert here.as_read == APEL.to_json()
    assert (here.touches, here.standing) == (0, 1)


def test_a_taken_proposal_is_a_change_whose_ground_says_whose_it_was(model, draft):
    model.answering = proposing([HOUR, BODY])
    ask(draft)

    take(draft)
    take(draft)

    here = get_draft(draft.public_id)
    assert here.content["time_of_day"] == "setiap hari"
    assert here.content["organisations"][-1] == "kepala OPD"
    assert here.content["proposals"] == []
    ground = here.content["evidence"]["/time_of_day"]
    assert ground["reason"] == "Usulan model bahasa (uji), diterima oleh peninjau."
    assert TEXT[slice(*ground["spans"][0])] == "tepat waktu setiap hari"
    assert "Usulan model bahasa" in here.content["evidence"]["/organisations/1"]["reason"]
    assert [(t.field, t.kind) for t in touches(standing_steps(here))] == [
        ("time_of_day", "changed"),
        ("organisations", "added"),
    ]
    assert here.touches == 2


def test_taking_and_asking_can_be_undone_and_lose_nothing(model, draft):
    model.answering = proposing([HOUR])
    ask(draft)
    take(draft)

    undo_change(public_id=draft.public_id, actor=WARNI)
    assert len(get_draft(draft.public_id).content["proposals"]) == 1
    undo_change(public_id=draft.public_id, actor=WARNI)
    assert get_draft(draft.public_id).content == APEL.to_json()


def test_a_value_that_a_person_put_meanwhile_is_not_overwritten(model, draft):
    model.answering = proposing([HOUR])
    ask(draft)
    change_draft(
        public_id=draft.public_id,
        pointer="/time_of_day",
        edit=lambda content: editing.set_value(content, "/time_of_day", "pagi"),
        actor=WARNI,
    )

    with pytest.raises(editing.DraftEditError, match="sudah diisi"):
        take(draft)

    assert get_draft(draft.public_id).content["time_of_day"] == "pagi"


def test_a_proposal_that_is_gone_is_a_sentence(model, draft):
    model.answering = proposing([HOUR])
    ask(draft)
    (row,) = get_draft(draft.public_id).content["proposals"]
    key = editing.proposal_key(row)
    leave = partial(editing.leave_proposal, key=key)

    change_draft(public_id=draft.public_id, pointer="/proposals", edit=leave, actor=WARNI)

    with pytest.raises(editing.DraftEditError, match="sudah tidak ada"):
        change_draft(public_id=draft.public_id, pointer="/proposals", edit=leave, actor=WARNI)


# ── what goes wrong ────────────────────────────────────────────────────────────────────────────


def choices(content):
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


@pytest.mark.parametrize(
    ("answering", "sentence"),
    [
        (sending(b"", 500), "kode 500"),
        (sending(b"nope", 401), "kode 401"),
        (sending(b"", 404), "kode 404"),
        (sending(b"", 204), "kode 204"),
        (sending(b"<html>", 200), "tidak dapat dibaca"),
        (sending(b"\xff\xfe\x00"), "tidak dapat dibaca"),
        (sending(b"{}"), "tidak dapat dibaca"),
        (sending(b"[]"), "tidak dapat dibaca"),
        (sending(b'{"choices": []}'), "tidak dapat dibaca"),
        (sending(b"[" * 90_000), "tidak dapat dibaca"),
        (sending(choices("x" * LARGEST_ANSWER)), "tidak dapat dibaca"),
        (saying(None), "tidak dapat dibaca"),
        (saying([{"text": "x"}]), "tidak dapat dibaca"),
        (saying("Tentu, inilah usulan saya."), "tidak berbentuk usulan"),
        (saying('{"proposals": "banyak"}'), "tidak berbentuk usulan"),
        (lambda handler: handler.wfile.write(b"\x00\x01 bukan HTTP"), "tidak dapat dihubungi"),
        (lambda handler: handler.connection.close(), "tidak dapat dihubungi"),
    ],
)
def test_every_failure_is_one_sentence_and_changes_nothing(model, draft, answering, sentence):
    model.answering = answering

    with pytest.raises(ModelFailedError, match=sentence):
        ask(draft)

    here = get_draft(draft.public_id)
    assert here.content == APEL.to_json()
    assert not here.changes.exists()


def test_a_redirect_is_not_followed(model, draft):
    with stand_in() as elsewhere:
        model.answering = sending(b"", 307, Location=f"{elsewhere.address}/chat/completions")

        with pytest.raises(ModelFailedError, match="kode 307"):
            ask(draft)

        assert elsewhere.asked == []
    assert len(model.asked) == 1


def test_no_proxy_of_the_machine_is_used(model, draft, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    model.answering = proposing([HOUR])

    assert ask(draft).added == 1


def silent(server):
    return lambda _handler: server.stop.wait(20)


def dripping(server):
    """Send a byte now and then, so that no single wait is long."""

    def answer(handler):
        handler.send_response(http.client.OK)
        handler.end_headers()
        try:
            while not server.stop.wait(0.1):
                handler.wfile.write(b" ")
                handler.wfile.flush()
        except OSError:
            return

    return answer


@pytest.mark.parametrize("slow", [silent, dripping])
def test_a_model_that_takes_too_long_is_cut_off(model, draft, settings, slow):
    settings.PAMONG_MODEL = model.setting(seconds=1)
    model.answering = slow(model)
    started = time.monotonic()

    with pytest.raises(ModelFailedError, match="tidak menjawab dalam 1 detik"):
        ask(draft)

    model.stop.set()
    assert time.monotonic() - started < 8
    assert get_draft(draft.public_id).content == APEL.to_json()


def test_a_model_that_is_not_there_is_a_sentence(draft, settings):
    with stand_in() as server:
        setting = server.setting()
    settings.PAMONG_MODEL = setting

    with pytest.raises(ModelFailedError, match="tidak dapat dihubungi"):
        ask(draft)


def test_a_draft_that_was_decided_while_the_model_thought_is_left_alone(model, draft, monkeypatch):
    def decide_meanwhile(*_asked):
        day = draft.document.received_on
        set_aside_draft(public_id=draft.public_id, day=day, actor=WARNI, reason="bukan forum")
        return json.dumps({"proposals": [HOUR]})

    monkeypatch.setattr("pamong.apps.forums.asking_model.ask", decide_meanwhile)

    with pytest.raises(DraftDecidedError):
        ask(draft)

    assert get_draft(draft.public_id).content == APEL.to_json()
