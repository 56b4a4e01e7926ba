"""What a confirmed draft becomes of the forum itself: chair, series, matters, addressees."""

from datetime import date, time

import pytest
from tests.support.drafts import (
    APEL,
    FORUM_DAY,
    AgendaItem,
    OnBehalfOf,
    Recurrence,
    confirm,
    put_down,
    replace,
)

from pamong.apps.core.models import Instansi
from pamong.apps.forums.models import (
    AddresseeKind,
    Directive,
    DirectiveAddressee,
    Forum,
    ForumSeries,
    SeriesRule,
)
from pamong.apps.forums.models import AgendaItem as Matter
from pamong.apps.forums.planning import plan_confirmation
from pamong.apps.forums.planning_forums import protocol_in
from pamong.apps.organisasi.models import Opd
from pamong.reader.draft import Evidence

RAKOR = replace(APEL, forum_kind="rakor", recurrence=(Recurrence("rakor", "tahun mendatang"),))


def asked(gist="melapor", to="kepala OPD"):
    return replace(APEL, directives=(replace(APEL.directives[0], gist=gist, to=to),))


@pytest.fixture
def units(contoh):
    rows = [
        ("Dinas Kesehatan", "Dinkes", "dinas"),
        ("Dinas Pendidikan", "Disdik", "dinas"),
        ("Kecamatan Satu", "", "kecamatan"),
    ]
    return [
        Opd.objects.create(pemda=contoh, nama=n, singkatan=s, jenis=j, sort_key=n.casefold())
        for n, s, j in rows
    ]


def test_whoever_spoke_first_led_the_forum_in_the_capacity_of_that_day(contoh, bupati):
    confirm(put_down(contoh, replace(APEL, time_of_day="pukul 07.30 WIB")))

    forum = Forum.objects.get()
    assert (forum.chair.nama, forum.chair_office, forum.chair_capacity) == (
        "Siti Rekayasari",
        bupati,
        "definitif",
    )
    assert forum.hour == time(7, 30)


def test_whoever_read_the_words_of_another_was_the_inspector(contoh, bupati):
    behalf = OnBehalfOf(reader="Budi Contohadi (rekaan)", principal="Bupati Contoh")

    confirm(put_down(contoh, replace(APEL, on_behalf_of=behalf)))

    forum = Forum.objects.get()
    assert (forum.chair.nama, forum.principal) == ("Budi Contohadi", bupati)
    assert forum.chair_office is None


def test_a_series_is_proposed_shown_in_the_plan_and_recorded_with_its_first_known_day(contoh):
    draft = put_down(contoh, replace(APEL, recurrence=(Recurrence("apel", "tiap hari Senin"),)))
    (planned,) = plan_confirmation(draft).forum.series

    confirm(draft)

    rule = SeriesRule.objects.get()
    assert (planned.nama, planned.told, planned.series) == ("Apel Senin", "setiap Senin", None)
    assert (rule.series.nama, rule.weekday, rule.starts_on) == ("Apel Senin", 0, FORUM_DAY)
    assert rule.document == draft.document
    assert Forum.objects.get().series is None  # it was on a Tuesday


def test_a_yearly_rakor_whose_next_host_is_another_kabupaten_rotates(contoh):
    text = "Rakor dibuka. Pada tahun mendatang rakor dilaksanakan di kabupaten/kota lainnya."
    start = text.index("Pada tahun")
    evidence = {"/recurrence/0": Evidence(((start, start + 18),), "Tertulis.")}
    draft = put_down(contoh, replace(RAKOR, evidence=evidence, quotes=()), text=text)

    confirm(draft)

    rule = SeriesRule.objects.get()
    assert (rule.every, rule.rotates_host) == ("tahun", True)
    assert Forum.objects.get().series == rule.series


def test_a_series_that_an_earlier_document_tells_of_was_known_before(contoh):
    earlier = replace(RAKOR, date=date(2024, 1, 9))
    confirm(put_down(contoh, RAKOR, kode="uji-9"))
    confirm(put_down(contoh, earlier, kode="uji-8"))

    assert SeriesRule.objects.get().starts_on == date(2024, 1, 9)
    assert ForumSeries.objects.get().forums.count() == 2


def test_what_comes_back_and_is_no_forum_is_told_and_not_recorded(contoh):
    draft = put_down(contoh, replace(APEL, recurrence=(Recurrence("laporan", "tiap bulan"),)))

    assert plan_confirmation(draft).notes == [
        '"laporan tiap bulan" tidak dicatat sebagai seri: bukan forum yang berulang.'
    ]


def test_a_matter_for_a_body_becomes_a_directive_upwards_and_one_without_a_body_stays(contoh):
    agenda = (AgendaItem("sisa tenaga honorer", None), AgendaItem("formasi P3K", "Menpan"))
    confirm(put_down(contoh, replace(APEL, directives=(), agenda=agenda)))

    left, raised = Matter.objects.order_by("position")
    directive = Directive.objects.get()
    addressee = DirectiveAddressee.objects.get()
    assert (left.item, left.directive) == ("sisa tenaga honorer", None)
    assert raised.directive == directive
    assert directive.is_upward
    assert (directive.gist, directive.topic) == ("formasi P3K", "pppk_honorer")
    assert (addressee.kind, addressee.text) == (AddresseeKind.INSTANSI, "Menpan")
    assert addressee.instansi.singkatan == "KemenPANRB"


def test_a_body_is_recorded_once_however_it_is_called(contoh):
    agenda = (AgendaItem("formasi", "Menpan"), AgendaItem("seleksi", "KemenPANRB"))
    confirm(put_down(contoh, replace(APEL, agenda=agenda)))

    assert Instansi.objects.filter(singkatan="KemenPANRB").count() == 1


@pytest.mark.parametrize(
    ("to", "kinds"),
    [
        ("Dinas Kesehatan dan Dinas Pendidikan", ["opd", "opd"]),
        ("Dinkes, Disdik", ["opd", "opd"]),
        ("camat dan lurah", ["pejabat"]),
        ("pejabat eselon III", ["pejabat"]),
        ("Menpan", ["instansi"]),
        ("Menpan dan BKN", ["instansi", "instansi"]),
        ("seluruh kabupaten/kota", ["daerah"]),
        ("OPD dan masyarakat", ["semua_opd"]),
        ("peserta", ["lain"]),
    ],
)
def test_whom_a_directive_means(to, kinds, contoh, units):
    confirm(put_down(contoh, asked(to=to)))

    assert [row.kind for row in DirectiveAddressee.objects.order_by("id")] == kinds
    assert Directive.objects.get().is_upward == ("instansi" in kinds)


@pytest.mark.parametrize(
    ("gist", "words", "due_on"),
    [
        ("melapor paling lambat 14 Maret 2025", "paling lambat 14 Maret 2025", date(2025, 3, 14)),
        ("melapor sebelum 14/3/2025", "sebelum 14/3/2025", date(2025, 3, 13)),
        ("melapor setiap hari Senin", "setiap hari Senin", None),
        ("dibahas hari ini juga", "hari ini juga", FORUM_DAY),
        ("melapor paling lambat 14 Maret", "", None),
        ("melapor dalam 3 hari", "dalam 3 hari", None),
    ],
)
def test_a_term_is_what_the_words_say_and_a_day_only_where_they_state_it(
    gist, words, due_on, contoh
):
    draft = asked(gist)
    evidence = {key: row for key, row in draft.evidence.items() if key != "/directives/0"}
    confirm(put_down(contoh, replace(draft, evidence=evidence)))

    directive = Directive.objects.get()
    assert (directive.term, directive.due_on) == (words, due_on)


def test_the_day_of_a_directive_follows_its_forum_whoever_writes(contoh):
    confirm(put_down(contoh, APEL))
    directive = Directive.objects.get()
    assert directive.day == FORUM_DAY

    Forum.objects.update(day=date(2025, 1, 15))

    directive.refresh_from_db()
    assert directive.day == date(2025, 1, 15)


def test_the_protocol_is_kept_in_the_words_of_the_document():
    text = "Tamu hadir dengan menerapkan protokol kesehatan, lalu duduk."

    assert protocol_in(text) == "menerapkan protokol kesehatan"
    assert protocol_in("Bagian Protokol hadir.") == ""
