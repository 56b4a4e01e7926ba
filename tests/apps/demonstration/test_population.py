"""The made-up people: the same each time, near the published shares, and nobody's numbers."""

import re
from collections import Counter
from datetime import date

import pytest
from tests.support.people import ROOT

from pamong.apps.demonstration.population import names
from pamong.apps.demonstration.population.people import Drawing, Seat, Unit
from pamong.apps.demonstration.population.shares import figures, population
from pamong.apps.demonstration.scenarios import planted_offices, planted_pegawai, scenarios
from pamong.apps.kepegawaian.models import JabatanAsn
from pamong.apps.organisasi.structure import typical_structure
from pamong.kernel.golongan import parse_golongan, parse_golongan_pppk
from pamong.kernel.nip import parse_nip

MANY, FEW = 4000, 400
POINTS = 6
"""How many percentage points a drawn share may lie beside the published one."""
OPD = [opd.nama for opd in typical_structure("kabupaten")]
UNITS = [Unit(number, nama) for number, nama in enumerate(OPD, 1)]
SEATS = [Seat(UNITS[0], "Kepala Bagian pada Sekretariat Daerah", JabatanAsn.ADMINISTRATOR)] * 120


def draw(count, seats=SEATS, taken=()):
    return list(Drawing(UNITS, taken).people(count, seats))


@pytest.fixture(scope="module")
def people():
    return draw(MANY)


@pytest.fixture(scope="module")
def pns(people):
    return [each for each in people if each.employment.kind != "pppk"]


def percent(counted, total):
    return {key: 100 * number / total for key, number in counted.items()}


def near(drawn, published):
    return abs(drawn - published) <= POINTS


def test_the_same_people_are_drawn_each_time(people):
    assert draw(MANY) == people


def test_a_small_demonstration_has_the_first_of_a_large_one():
    assert draw(FEW, seats=()) == draw(2 * FEW, seats=())[:FEW]


def test_the_shares_of_pns_and_pppk_are_near_those_of_the_country(people):
    status = figures()["status"]
    published = 100 * status["pppk"] / (status["pns"] + status["pppk"])

    drawn = percent(Counter(each.employment.kind for each in people), MANY)

    assert near(drawn["pppk"], published)
    assert 0 < drawn["cpns"] < 3


def test_education_is_near_that_of_the_country(people):
    published = {key: value for key, value in figures()["pendidikan"].items() if key != "sumber"}
    groups = {"sd": "sd_sma", "smp": "sd_sma", "sma": "sd_sma", "d3": "diploma", "s1": "s1_d4"}
    drawn = Counter(
        groups.get(each.pendidikan[-1].jenjang, each.pendidikan[-1].jenjang) for each in people
    )

    shares = percent(drawn, MANY)
    for key, share in percent(published, sum(published.values())).items():
        assert near(shares.get(key, 0), share), key


def test_kinds_of_post_are_near_those_of_the_country(people):
    published = {key: value for key, value in figures()["jabatan"].items() if key != "sumber"}
    sorts = {"fungsional": "fungsional", "pelaksana": "pelaksana"}
    drawn = Counter(sorts.get(each.jabatan[-1].kind, "struktural") for each in people)

    shares = percent(drawn, MANY)
    for key, share in percent(published, sum(published.values())).items():
        assert near(shares[key], share), key


@pytest.mark.parametrize("what", ["umur_pns", "masa_kerja_pns"])
def test_ages_and_years_of_service_of_pns_are_near_those_of_the_country(pns, what):
    as_of = population().as_of
    drawn = Counter()
    for each in pns:
        since = each.employment.born_on if what == "umur_pns" else each.employment.period.start
        years = as_of.year - since.year - ((as_of.month, as_of.day) < (since.month, since.day))
        for band in figures()[what]["kelompok"]:
            drawn[band["dari"]] += band["dari"] <= years <= band["sampai"]

    for band in figures()[what]["kelompok"]:
        # Who was taken in late has served less long than a draw of both by itself would say.
        assert abs(percent(drawn, len(pns))[band["dari"]] - band["persen"]) <= 2 * POINTS, band


def test_golongan_of_pns_are_near_what_is_published_of_them(pns):
    published = figures()["golongan_pns"]
    drawn = Counter(each.pangkat[-1].golongan.split("/")[0] for each in pns)

    shares = percent(drawn, len(pns))
    assert near(shares["I"], published["i_persen"])
    assert near(shares["II"], published["ii_persen"])
    assert shares["III"] > published["iii_persen_lebih_dari"]


def test_every_figure_of_the_country_names_its_source():
    for name in ("status", "umur_pns", "masa_kerja_pns", "mulai_pppk", "pendidikan", "jabatan"):
        assert "BKN" in figures()[name]["sumber"], name


def test_a_person_has_about_ten_entries_of_riwayat(people):
    entries = sum(
        len(each.pangkat) + len(each.jabatan) + len(each.pendidikan) + len(each.diklat)
        for each in people
    )

    assert 9 <= entries / MANY <= 11


def test_every_number_is_a_specimen_and_no_two_are_alike(people):
    numbers = [each.employment.nip for each in people]

    assert len(set(numbers)) == MANY
    for each, number in zip(people, numbers, strict=True):
        assert parse_nip(number).is_specimen
        assert parse_nip(number).kind == ("pppk" if each.employment.kind == "pppk" else "pns")
        assert parse_nip(number).birth_date == each.employment.born_on


def test_riwayat_follow_one_another_without_a_gap_and_end_with_the_service(people):
    for each in people:
        for entries in (each.pangkat, each.jabatan):
            days = [entry.starts_on for entry in entries]
            assert days[0] == each.employment.period.start
            assert days == sorted(set(days))
            ends = [entry.ends_before for entry in entries]
            assert ends[:-1] == days[1:]
            assert ends[-1] == each.employment.period.end


def test_golongan_rise_and_are_of_the_ladder_of_the_status(people):
    for each in people:
        parse = parse_golongan_pppk if each.employment.kind == "pppk" else parse_golongan
        steps = [parse(entry.golongan) for entry in each.pangkat]
        assert steps == sorted(set(steps))


def test_nobody_is_past_the_age_of_retirement_while_in_service(people):
    for each in people:
        last = each.jabatan[-1]
        age = 60 if last.jenjang == "ahli_madya" or last.nama == "Guru" else 58
        born_on, end = each.employment.born_on, each.employment.period.end
        turned = date(born_on.year + age, born_on.month, min(born_on.day, 28))
        assert end is None or end > turned
        assert end is not None or turned >= date(2035, 11, 1)


def test_no_two_names_are_alike_and_none_is_taken(people):
    drawn = [each.name.nama for each in people]
    planted = {each.nama for each in planted_pegawai()}

    assert len(set(drawn)) == MANY
    assert not planted & set(draw(FEW, taken=drawn[:FEW]))
    again = [each.name.nama for each in draw(FEW, taken=drawn)]
    assert not set(again) & set(drawn)


def test_no_part_of_a_made_up_name_is_a_name_in_the_samples():
    first, second = names.words()
    told = set()
    for sample in (ROOT / "samples").glob("0*.txt"):
        told |= set(re.findall(r"[A-Z][a-z]+", sample.read_text(encoding="utf-8")))

    assert told
    assert not told & {*first, *second}


def test_names_that_files_give_are_given_once():
    given = [each.nama for each in planted_pegawai()]
    offices = {term.nama for office in planted_offices() for term in office.terms}

    assert len(set(given)) == len(given)
    assert not offices & set(given)


@pytest.mark.parametrize("planted", scenarios(), ids=lambda planted: planted.rule_id)
def test_as_many_near_misses_are_planted_as_breaches(planted):
    rows = [*planted.pegawai, *planted.offices]

    breaches = [row for row in rows if row.finds]
    near_misses = [row for row in rows if row.nearly]
    assert len(near_misses) >= len(breaches) > 0
    assert all(row.finds or row.nearly for row in rows)
