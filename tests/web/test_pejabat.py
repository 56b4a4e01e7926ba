"""Pejabat: what is drawn, in percent of the width, and the table that says the same."""

from datetime import date
from itertools import pairwise

import pytest
from tests.support import registry

from pamong.apps.core.models import Person
from pamong.apps.organisasi.answers import Basis, Source
from pamong.apps.organisasi.governments import establish_typical_structure
from pamong.apps.organisasi.models import Jabatan, JabatanHolding, JabatanKind
from pamong.apps.organisasi.timelines import Bar, BarKind, Lane
from pamong.kernel.capacity import Capacity
from pamong.web.pejabat.drawing import draw
from pamong.web.pejabat.scale import Scale, scale_for

DAY = date(2024, 10, 1)
SOURCE = Source(Basis.DOCUMENT, "dokumen rekaan", date(2024, 9, 9))


def bar(kind: BarKind, start: date, last: date | None = None, **more) -> Bar:
    told = {
        "person": "Siti (rekaan)",
        "label": "definitif",
        "start_is_exact": True,
        "known_until": None,
        "source": SOURCE,
    }
    return Bar(kind=kind, start=start, last_day=last, **{**told, **more})


def lane(*bars: Bar) -> Lane:
    return Lane(1, None, "Bupati Contoh (rekaan)", JabatanKind.KEPALA_DAERAH, bars)


def drawn(*bars: Bar, day: date = DAY):
    return draw([lane(*bars)], day).lanes[0]


def share(text: str) -> float:
    return float(text.removesuffix("%"))


def test_a_year_takes_its_share_of_the_width():
    scale = Scale(2021, 2025)

    assert scale.place(date(2021, 1, 1)) == 0
    assert scale.place(date(2025, 1, 1)) == 100
    assert scale.place(date(2023, 1, 1)) == pytest.approx(50, abs=0.1)


def test_many_years_are_thinned_out():
    years = [tick.year for tick in Scale(2000, 2025).ticks()]

    assert len(years) <= 12
    assert {later - earlier for earlier, later in pairwise(years)} == {3}


def test_the_scale_holds_the_day_and_at_least_three_years():
    assert scale_for([lane()], DAY) == Scale(2022, 2025)
    assert scale_for([lane(bar(BarKind.DEFINITIVE, date(2019, 5, 1)))], DAY) == Scale(2019, 2025)


def test_a_tenure_of_a_lifetime_does_not_stretch_the_scale():
    long = bar(BarKind.DEFINITIVE, date(1950, 1, 1), date(2099, 1, 1))

    assert scale_for([lane(long)], DAY) == Scale(2001, 2026)


def test_an_open_tenure_is_drawn_up_to_the_day_and_no_further():
    (stroke,) = drawn(bar(BarKind.DEFINITIVE, date(2021, 3, 1))).strokes

    end = share(stroke.x) + share(stroke.width)
    assert end == pytest.approx(Scale(2021, 2025).place(date(2024, 10, 2)), abs=0.01)


def test_a_tenure_that_nobody_confirmed_fades_out():
    since = bar(BarKind.DEFINITIVE, date(2021, 3, 1), known_until=date(2022, 3, 1))
    held, stale = drawn(since).strokes

    assert (held.look, stale.look) == ("definitive", "stale")
    assert share(held.x) + share(held.width) == pytest.approx(share(stale.x), abs=0.01)


def test_whoever_acts_stands_below_the_holder_who_is_on_leave():
    lane_drawn = drawn(
        bar(BarKind.DEFINITIVE, date(2021, 3, 1)),
        bar(BarKind.LEAVE, date(2024, 9, 25), date(2024, 11, 23), label="cuti kampanye"),
        bar(BarKind.ACTING, date(2024, 9, 25), date(2024, 11, 23), label="Pjs"),
    )

    assert lane_drawn.rows == 2
    assert [stroke.look for stroke in lane_drawn.strokes] == ["definitive", "acting", "leave"]
    held, acting, leave = (stroke.y for stroke in lane_drawn.strokes)
    assert held == leave < acting


def test_whoever_acts_alone_takes_the_only_row():
    assert drawn(bar(BarKind.ACTING, date(2024, 9, 25), label="Pjs")).rows == 1


def test_a_first_day_that_is_not_certain_looks_different():
    (stroke,) = drawn(bar(BarKind.DEFINITIVE, date(2021, 3, 1), start_is_exact=False)).strokes

    assert stroke.look == "definitive inexact"


def test_words_are_left_out_where_they_do_not_fit():
    short = bar(BarKind.DEFINITIVE, date(2024, 5, 1), date(2024, 6, 1))
    (stroke,) = drawn(short).strokes

    assert stroke.room == "none"
    assert "1 Mei–1 Juni 2024" in stroke.tip


def test_an_attestation_is_a_dot_and_never_a_tenure():
    attested = drawn(bar(BarKind.ATTESTED, date(2024, 3, 4), date(2024, 3, 4)))

    assert attested.strokes == ()
    assert "disebut definitif pada 4 Maret 2024" in attested.dots[0].tip


def test_the_table_says_what_is_drawn(client, world):
    told = client.get(f"/{world.pemda.slug}/pejabat/", {"per": "2024-10-01"}).content.decode()

    for words in (
        "Siti Rekayasari (rekaan)",
        "Budi Contohadi (rekaan)",
        "Pjs",
        "cuti kampanye",
        "25 September–23 November 2024",
        "disebut definitif",
        "Menurut dokumen uji-1",
    ):
        assert words in told


def test_offices_are_found_by_kind_and_by_a_part_of_a_name(client, world):
    base = f"/{world.pemda.slug}/pejabat/"

    assert "Wakil Bupati" not in client.get(base, {"jenis": "sekda"}).content.decode()
    assert "Sekretaris Daerah" in client.get(base, {"cari": "ANDAI"}).content.decode()
    assert "Tidak ada jabatan yang cocok" in client.get(base, {"cari": "zzz"}).content.decode()


def test_htmx_gets_the_offices_alone(client, world):
    answer = client.get(f"/{world.pemda.slug}/pejabat/", headers={"HX-Request": "true"})

    assert "<html" not in answer.content.decode()
    assert "timeline-lane" in answer.content.decode()


def test_an_office_tells_its_history_with_the_words_it_rests_on(client, world, sekda):
    told = client.get(f"/{world.pemda.slug}/pejabat/{sekda.public_id}/").content.decode()

    assert "menurut kata-kata rekaan" in told
    assert "4 Maret 2024" in told


def test_an_office_of_another_government_is_not_here(client, world, misal):
    elsewhere = registry.leading(misal, JabatanKind.SEKDA)

    assert client.get(f"/{world.pemda.slug}/pejabat/{elsewhere.public_id}/").status_code == 404


def test_an_office_that_only_a_later_paper_names_is_not_told_earlier(
    client, world, kepala_bkd, berita, budi
):
    registry.attest(budi, kepala_bkd, on=date(2025, 1, 15), by=berita)
    base = f"/{world.pemda.slug}/pejabat/"

    assert "Kepala BKD" not in client.get(base, {"per": "2024-10-01"}).content.decode()
    assert "Kepala BKD" in client.get(base, {"per": "2025-01-15"}).content.decode()


def test_an_office_of_many_seats_names_everybody_in_it(client, world, asisten, siti, budi, sk):
    for somebody in (siti, budi):
        registry.hold(somebody, asisten, since=date(2024, 1, 2), by=sk)

    told = client.get(
        f"/{world.pemda.slug}/pejabat/{asisten.public_id}/", {"per": "2024-03-01"}
    ).content.decode()

    seats = told.partition('id="riwayat"')[0]
    assert "Siti Rekayasari (rekaan)" in seats
    assert "Budi Contohadi (rekaan)" in seats


@pytest.fixture
def kabupaten(world, sk):
    """A whole kabupaten: every typical office has had two holders."""
    establish_typical_structure(pemda=world.pemda, actor=registry.WARNI, reason=registry.REASON)
    offices = list(Jabatan.objects.filter(pemda=world.pemda, is_typical=True))
    people = Person.objects.bulk_create(
        Person(nama=f"Orang Rekaan {n:04}", sort_key=f"orang rekaan {n:04}", is_made_up=True)
        for n in range(2 * len(offices))
    )
    spells = ((date(2019, 1, 2), date(2022, 1, 3)), (date(2022, 1, 3), None))
    JabatanHolding.objects.bulk_create(
        JabatanHolding(
            person=people[2 * place + turn],
            jabatan=office,
            pemda=world.pemda,
            capacity=Capacity.DEFINITIF,
            starts_on=first,
            ends_before=after,
            decree=sk,
        )
        for place, office in enumerate(offices)
        for turn, (first, after) in enumerate(spells)
    )
    return offices


def lanes_of(page: str) -> int:
    return page.count('class="timeline-lane')


@pytest.mark.parametrize("asked", [{}, {"jenis": "semua"}, {"cari": "rekaan"}, {"hal": "2"}])
def test_a_whole_kabupaten_stays_within_the_limits_of_a_page(
    client, world, kabupaten, django_assert_max_num_queries, asked
):
    with django_assert_max_num_queries(12):
        answer = client.get(f"/{world.pemda.slug}/pejabat/", {"per": "2024-10-01", **asked})

    assert 0 < lanes_of(answer.content.decode()) <= 20 < len(kabupaten)
    assert len(answer.content) <= 100_000


def test_it_opens_on_those_who_lead_and_echelon_ii(client, world, kabupaten):
    page = client.get(f"/{world.pemda.slug}/pejabat/", {"per": "2024-10-01"}).content.decode()

    assert "Bupati Contoh" in page
    assert "Kepala Dinas" in page
    assert "Sekretaris pada" not in page
    assert "Halaman 1 dari" in page


def test_the_others_are_found_by_name_by_kind_and_page_by_page(client, world, kabupaten):
    base, day = f"/{world.pemda.slug}/pejabat/", {"per": "2024-10-01"}
    low = next(row for row in kabupaten if row.kind == JabatanKind.PENGAWAS)
    holder = low.holdings.latest("starts_on").person.nama

    by_name = client.get(base, {**day, "cari": holder}).content.decode()
    by_kind = client.get(base, {**day, "jenis": "pengawas"}).content.decode()
    second = client.get(base, {**day, "jenis": "pengawas", "hal": 2}).content.decode()

    assert low.nama in by_name
    assert "hal=2" in by_kind
    assert "jenis=pengawas" in by_kind
    assert second != by_kind
    assert lanes_of(second) > 0


def test_whoever_came_later_is_not_found_earlier(client, world, kabupaten):
    low = next(row for row in kabupaten if row.kind == JabatanKind.PENGAWAS)
    holder = low.holdings.latest("starts_on").person.nama
    base = f"/{world.pemda.slug}/pejabat/"

    assert low.nama not in client.get(base, {"per": "2021-06-01", "cari": holder}).content.decode()
