"""The door for people who do not want to be named: what stays outside, and what it refuses."""

import pytest
from django.db import connection
from tests.support import registry
from tests.support.drafts import APEL, Quote, confirm, put_down, replace

from pamong.apps.forums import confidential
from pamong.apps.forums.confidential import BetrayingWordsError, keep_confidential
from pamong.apps.forums.errors import ConfirmationRefusedError
from pamong.apps.forums.models import ConfidentialStatement, Forum, Invitation, RollCallEntry
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd
from pamong.reader.draft import DraftCommitment

FREE = "Kami siap berubah asal aturannya jelas."


@pytest.fixture
def forum(contoh) -> Forum:
    confirm(put_down(contoh, APEL))
    return Forum.objects.get()


@pytest.fixture
def dinas(contoh) -> Opd:
    return Opd.objects.create(
        pemda=contoh, nama="Dinas Sosial", singkatan="Dinsos", jenis="dinas", sort_key="dinas"
    )


def test_a_statement_has_words_and_forum_and_no_other_column(forum):
    assert {field.name for field in ConfidentialStatement._meta.get_fields()} == {
        "id",
        "forum",
        "words",
    }
    assert not hasattr(ConfidentialStatement, "pgh_event_model")


def test_entering_one_writes_no_other_table(forum):
    def only_its_own(execute, sql, params, many, context):
        writes = sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))
        assert not writes or "forums_confidentialstatement" in sql
        return execute(sql, params, many, context)

    with connection.execute_wrapper(only_its_own):
        assert keep_confidential(forum=forum, words=f"  {FREE}\n")

    assert ConfidentialStatement.objects.get().words == FREE


def test_the_same_words_are_kept_once(forum):
    assert keep_confidential(forum=forum, words=FREE)
    assert not keep_confidential(forum=forum, words=FREE)


def test_neither_the_place_of_a_row_nor_its_transaction_tells_which_came_when(forum):
    told = [f"Kalimat {word} yang disampaikan." for word in ("satu", "dua", "tiga", "empat")]
    for words in told:
        keep_confidential(forum=forum, words=words)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT (xmin::text, cmin::text)) FROM forums_confidentialstatement"
        )
        (written_at_once,) = cursor.fetchone()
    assert written_at_once == 1
    assert sorted(confidential.confidential_words(forum)) == sorted(told)


@pytest.mark.parametrize(
    "words",
    [
        "Di Dinas Sosial kami kekurangan orang.",
        "Kami dari dinsos siap.",
        "Kepala Dinas Sosial setuju.",
        "Kami sudah bilang ke sekda.",
        "Menurut Siti Rekayasari itu benar.",
        "Kata Bu Rekayasari itu benar.",
        "Kami setuju dengan Pak Rekayasari.",
        "Datang pukul 09.15 sudah selesai.",
        "Hubungi 0812 3456 7890.",
        "   ",
        "a" * 2001,
    ],
)
def test_words_that_lead_to_somebody_are_refused_and_not_kept(words, forum, dinas):
    registry.office(forum.pemda, "Kepala Dinas Sosial", opd=dinas)

    with pytest.raises(BetrayingWordsError) as refused:
        keep_confidential(forum=forum, words=words)

    assert refused.value.problems
    assert not ConfidentialStatement.objects.exists()


def test_an_employee_on_record_is_somebody_too(forum):
    who = registry.person("Melati Harum Sejati")
    Pegawai.objects.create(person=who, pemda=forum.pemda, kind="pns", starts_on=registry.RECEIVED)

    with pytest.raises(BetrayingWordsError, match="melati harum sejati"):
        keep_confidential(forum=forum, words="kata melati harum sejati begitu")
    assert keep_confidential(forum=forum, words="Bunga melati tumbuh harum di halaman.")


def test_a_quote_that_names_an_opd_stands_in_the_way_of_confirming(contoh, dinas):
    quote = Quote(None, "Kami di Dinas Sosial", "Kami di Dinas Sosial kekurangan orang")
    draft = put_down(contoh, replace(APEL, quotes=(quote,)))

    with pytest.raises(ConfirmationRefusedError, match='menyebut "Dinas Sosial"'):
        confirm(draft)
    assert not Forum.objects.exists()


def test_a_promise_that_stands_in_a_quote_is_kept_once(contoh):
    quote = Quote(None, "Kami akan berkomitmen menjaga", "Kami akan menjaga netralitas.")
    promise = DraftCommitment(None, None, "menjaga netralitas", "netralitas")

    confirm(put_down(contoh, replace(APEL, quotes=(quote,), commitments=(promise,))))

    assert [row.words for row in ConfidentialStatement.objects.all()] == [
        "Kami akan menjaga netralitas."
    ]


def test_few_are_those_who_could_be_guessed(forum):
    assert confidential.crowd_of(forum).is_small  # nobody knows how many came
    rows = [
        Invitation.objects.create(forum=forum, kind="kategori", text=f"tamu {number}")
        for number in range(6)
    ]
    assert not confidential.crowd_of(forum).is_small

    for number, row in enumerate(rows):
        RollCallEntry.objects.create(
            invitation=row,
            presence="hadir" if number < 4 else "tidak_hadir",
            taken_by="Warni",
            taken_at="2025-01-14T08:00:00Z",
        )
    assert confidential.crowd_of(forum).number == 4
    assert confidential.crowd_of(forum).is_small


def test_covered_words_keep_their_places():
    text = 'Awal.\nSeorang kepala dinas berkata, "Kami siap."\nSelesai.'
    content = {
        "quotes": [{"speaker": None, "text": "Kami siap."}, {"speaker": "Siti", "text": "Ya."}],
        "commitments": [],
        "speakers": [{"name": None, "office": "kepala dinas"}],
        "evidence": {"/quotes/0": {"spans": [[38, 48]]}},
    }

    covered, shown = confidential.masked(content, text)

    assert len(shown) == len(text)
    assert "dinas" not in shown
    assert (shown[:6], shown[-9:]) == ("Awal.\n", "\nSelesai.")
    assert covered["speakers"] == [{"name": None, "office": "▒▒▒▒▒▒ ▒▒▒▒▒"}]
    assert covered["quotes"][0]["text"] == "▒▒▒▒ ▒▒▒▒▒"
    assert covered["quotes"][1] == content["quotes"][1]
    assert content["quotes"][0]["text"] == "Kami siap."


@pytest.mark.parametrize(
    ("gist", "shown"),
    [("KAMI siap", "Awal.\n▒▒▒▒ ▒▒▒▒▒\nAkhir."), ("bersedia", "▒▒▒▒▒\n▒▒▒▒ ▒▒▒▒▒\n▒▒▒▒▒▒")],
)
def test_words_that_point_nowhere_are_looked_for_and_else_all_is_covered(gist, shown):
    row = {"by": None, "gist": gist}
    content = {"quotes": [], "commitments": [row], "speakers": [], "evidence": {}}

    assert confidential.masked(content, "Awal.\nKami siap.\nAkhir.")[1] == shown
