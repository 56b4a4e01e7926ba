"""Figures have addresses, and what cannot be changed is refused with a sentence."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong import law
from pamong.law.checking import judge_facts_of
from pamong.law.what_if.address import AddressTextError, find, parse_address, write_address
from pamong.law.what_if.figures import law_on

DAY = date(2026, 11, 25)
RULES = law.rules_of(law.Kind.RULE)


def changed(*told, rule_id="bup-pns", days=(DAY,)):
    return law.changed(law.rule(rule_id), [law.Change.parse(each) for each in told], days=days)


def values(rule):
    return rule.version_on(DAY).values


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_figure_has_an_address_of_its_own_that_leads_to_it(rule):
    known = law.figures(rule, DAY)
    tree = law_on(rule, DAY).tree

    assert len({figure.address for figure in known}) == len(known)
    for figure in known:
        (path,) = find(tree, parse_address(figure.address))
        assert write_address(tree, path) == figure.address
        assert figure.basis
        assert figure.words.label, f"{rule.id}: [figure.{figure.name}] tells what it is"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_people_read_repeats_no_figure_that_may_be_changed(rule):
    figures = {value for version in rule.versions for value in version.told.values()}
    written = re.compile(
        "|".join(rf"\b{value}\b" for value in figures if type(value) is int) or "$^"
    )

    for outcome in rule.outcomes.values():
        label = [outcome.label, outcome.label_en or "", *outcome.meaning, *outcome.meaning_en]
        assert not written.search(" ".join(label)), f"{rule.id}: {outcome.id}"


def test_a_sentence_names_the_figure_that_was_tried():
    rule = changed("persen=25", rule_id="apbd-belanja-pegawai-30")
    case = next(case for case in rule.cases if case.expect.get("outcome") == "melampaui")
    (judgement,) = judge_facts_of(rule, case)

    assert "melampaui 25 persen belanja" in judgement.meaning
    assert "exceeds 25 percent" in judgement.meaning_en


def test_a_figure_tells_what_it_is_where_it_stands_and_what_it_may_be():
    known = {figure.address: figure for figure in law.figures(law.rule("bup-pns"), DAY)}
    guru = known["khusus[kelompok=guru].usia"]

    assert (guru.value, guru.of, guru.basis) == (
        60,
        ("guru, kepala_sekolah",),
        "UU 14/2005 Pasal 30 ayat (4)",
    )
    assert (guru.words.label, guru.words.unit.label) == ("Batas usia pensiun", "tahun")
    assert (guru.least, guru.most) == (40, 100)
    assert known["usia.administrator"].basis == "UU 20/2023 Pasal 55"
    assert "transitional.pp-11-2017-pasal-355.berusia_di_atas" in known
    assert not any("pasal" in figure.name for figure in known.values())


def test_a_selector_may_mean_several_figures():
    assert set(values(changed("usia[=58]=59"))["usia"].values()) == {59, 60, 65}
    assert set(values(changed("usia.*=61"))["usia"].values()) == {61}
    ages = [row.get("usia") for row in values(changed("khusus[usia=65].usia=67"))["khusus"]]
    assert ages == [67, 67, 60, None, None]
    assert values(changed("khusus[3].usia=62"))["khusus"][2]["usia"] == 62


def test_words_and_days_can_be_changed_too():
    plh = changed("pengganti=plt", rule_id="kdh-pjs-cuti-kampanye")
    assert values(plh)["pengganti"] == "plt"
    moved = changed("list.jadwal[pilkada=2018].pemungutan=30/6/2018", rule_id="pilkada-kalender")
    days = [row["pemungutan"] for row in moved.lists["jadwal"].rows if row["pilkada"] == "2018"]
    assert days == [date(2018, 6, 30)]


def test_only_versions_in_force_on_the_days_are_changed():
    rule = changed("usia.pengawas=61", days=[date(2018, 1, 1), DAY])

    assert [version.values["usia"]["pengawas"] for version in rule.versions] == [58, 58, 61, 61]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("usia.administrators=62", 'Maksud Anda "usia.administrator"?'),
        ("usia.guru=62", "Contohnya: khusus\\[kelompok=guru\\].usia."),
        ("khusus[kelompok=gur].usia=62", 'Maksud Anda "khusus\\[kelompok=guru\\].usia"?'),
        ("usia=62", "memuat 14 angka; sebut yang mana, misalnya usia.pelaksana."),
        ("khusus=62", "memuat 6 angka; sebut yang mana, misalnya khusus"),
        ("pasal.fungsional=UU", "tidak ada angka dengan alamat itu"),
        ("usia..administrator=62", "bukan alamat angka"),
        ("usia.administrator=tua", '"tua" bukan bilangan bulat'),
        ("usia.administrator=58,5", "bukan bilangan bulat"),
        ("usia.administrator=-1", "-1 tidak mungkin; pilih 40–100 tahun"),
        ("usia.administrator=1.000", "1.000 tidak mungkin"),
        ("fungsional_diatur=2", '"2" harus ya atau tidak'),
        ("usia.administrator", "harus ALAMAT=NILAI"),
        ("=3", "harus ALAMAT=NILAI"),
    ],
)
def test_what_cannot_be_changed_is_refused_with_a_sentence(told, sentence):
    with pytest.raises(law.ChangeError, match=sentence):
        changed(told)


@pytest.mark.parametrize(
    ("rule_id", "told", "sentence"),
    [
        ("kdh-pjs-cuti-kampanye", "pengganti=bupati", "pilih plh, plt, pjs"),
        (
            "pilkada-kalender",
            "list.jadwal[pilkada=2018].pemungutan=1/1/3000",
            "di luar 17 Agustus 1945–31 Desember 2100",
        ),
        ("pilkada-kalender", "list.jadwal[pilkada=2018].pemungutan=kapan", "tidak dapat dibaca"),
        ("kdh-wakil-melaksanakan-tugas", "hari=3", "tidak punya angka yang dapat diubah"),
    ],
)
def test_words_and_days_that_cannot_be_are_refused(rule_id, told, sentence):
    with pytest.raises(law.ChangeError, match=sentence):
        changed(told, rule_id=rule_id)


def test_everything_wrong_is_told_at_once_and_two_wishes_for_one_figure_are_refused():
    with pytest.raises(law.ChangeError) as refused:
        changed("usia.x=3", "usia.pengawas=tua", "usia.mahir=60", "usia[=58]=61")

    assert [problem.place for problem in refused.value.problems] == [
        "usia.x",
        "usia.pengawas",
        "usia[=58]",
    ]
    assert "diubah dua kali, menjadi 60 dan 61" in str(refused.value)


def test_an_address_may_name_its_rule():
    assert values(changed("bup-pns:usia.mahir=60"))["usia"]["mahir"] == 60


@given(st.text(alphabet='ab.[]="*1,', max_size=12))
def test_any_text_is_an_address_or_refused(text):
    try:
        segments = parse_address(text)
    except AddressTextError:
        return
    assert segments
    find(law_on(law.rule("bup-pns"), DAY).tree, segments)
