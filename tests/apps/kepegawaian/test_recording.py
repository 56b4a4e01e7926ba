"""Recording, correcting and withdrawing entries of a record, whatever the section."""

from datetime import date

import pytest
from tests.apps.kepegawaian.conftest import employed
from tests.support.registry import REASON, WARNI, decree

from pamong.apps.core.refusals import RefusedError
from pamong.apps.kepegawaian.errors import (
    CodeTakenError,
    ColumnValueError,
    ElsewhereError,
    EntryNotFoundError,
    NothingChangesError,
    UnknownColumnError,
)
from pamong.apps.kepegawaian.models import Pegawai, PegawaiDocument, RiwayatPangkat
from pamong.apps.kepegawaian.record import story_of
from pamong.apps.kepegawaian.recording import (
    correct_entry,
    plan_correction,
    plan_entry,
    plan_withdrawal,
    record_entry,
    withdraw_entry,
)
from pamong.apps.kepegawaian.sections import section

TOLD = {"actor": WARNI, "reason": REASON}
PANGKAT = section("pangkat")
APRIL_19, APRIL_21, APRIL_23 = date(2019, 4, 1), date(2021, 4, 1), date(2023, 4, 1)


def rank(golongan, since, until=None, **more):
    return {
        "golongan": golongan,
        "starts_on": since,
        "ends_before": until,
        "paper_number": f"823/{golongan}",
        **more,
    }


def record(pegawai, values, key="pangkat"):
    return record_entry(section=section(key), pegawai=pegawai, values=values, **TOLD)


def ranks(pegawai):
    rows = RiwayatPangkat.objects.filter(pegawai=pegawai).order_by("starts_on")
    return [(row.golongan, row.starts_on, row.ends_before) for row in rows]


def test_a_promotion_ends_the_golongan_before_and_its_plan_says_so(ani):
    record(ani, rank("III/a", APRIL_19))
    plan = plan_entry(section=PANGKAT, pegawai=ani, values=rank("III/b", APRIL_23))

    assert [(move.entry.golongan, move.ends_before) for move in plan.moves] == [
        ("III/a", APRIL_23)
    ]
    assert len(ranks(ani)) == 1

    record(ani, rank("III/b", APRIL_23))
    assert ranks(ani) == [("III/a", APRIL_19, APRIL_23), ("III/b", APRIL_23, None)]


def test_an_entry_that_was_forgotten_ends_where_the_next_begins(ani):
    record(ani, rank("III/b", APRIL_23))
    record(ani, rank("III/a", APRIL_19))

    assert ranks(ani) == [("III/a", APRIL_19, APRIL_23), ("III/b", APRIL_23, None)]


def test_an_overlap_with_days_that_were_ended_is_refused_with_a_sentence(ani):
    record(ani, rank("III/a", APRIL_19, APRIL_23))

    with pytest.raises(RefusedError, match="sudah bergolongan lain"):
        record(ani, rank("III/b", APRIL_21, date(2022, 1, 1)))
    assert len(ranks(ani)) == 1


def test_an_entry_without_paper_and_without_source_is_refused(ani):
    with pytest.raises(RefusedError, match="Sumber riwayat ini kosong"):
        record(ani, rank("III/a", APRIL_19, paper_number=""))


def test_a_correction_moves_the_day_on_which_the_former_ended(ani):
    record(ani, rank("III/a", APRIL_19))
    second = record(ani, rank("III/b", APRIL_23))
    found = {"section": PANGKAT, "pegawai": ani, "entry_id": second.pk}
    for since in (APRIL_21, date(2024, 4, 1)):
        plan = plan_correction(**found, values={"starts_on": since})
        assert [move.ends_before for move in plan.moves] == [since]

        correct_entry(**found, values={"starts_on": since}, **TOLD)
        assert ranks(ani) == [("III/a", APRIL_19, since), ("III/b", since, None)]


def test_the_story_of_an_entry_says_from_when_something_else_was_believed(ani):
    entry = record(ani, rank("III/a", APRIL_19))
    correct_entry(
        section=PANGKAT,
        pegawai=ani,
        entry_id=entry.pk,
        values={"golongan": "III/b"},
        actor=WARNI,
        reason="salah baca SK",
    )

    newest, oldest = story_of(PANGKAT, ani, entry.pk)
    assert newest.change.reason == "salah baca SK"
    (told,) = newest.differences
    assert (told.what, told.before, told.after) == ("golongan", "III/a", "III/b")
    assert oldest.differences == ()


def test_withdrawing_gives_the_former_its_days_back_and_the_story_stays(ani):
    record(ani, rank("III/a", APRIL_19))
    second = record(ani, rank("III/b", APRIL_23))
    found = {"section": PANGKAT, "pegawai": ani, "entry_id": second.pk}
    assert [move.ends_before for move in plan_withdrawal(**found).moves] == [None]

    withdraw_entry(**found, **TOLD)

    assert ranks(ani) == [("III/a", APRIL_19, None)]
    assert [str(each.change.what) for each in story_of(PANGKAT, ani, second.pk)] == [
        "dihapus",
        "dicatat",
    ]


def test_an_entry_of_somebody_else_is_not_found(ani, stranger):
    entry = record(stranger, rank("III/a", APRIL_19))
    found = {"section": PANGKAT, "pegawai": ani, "entry_id": entry.pk}

    with pytest.raises(EntryNotFoundError, match="tidak ada"):
        withdraw_entry(**found, **TOLD)
    with pytest.raises(EntryNotFoundError):
        correct_entry(**found, values={"golongan": "III/b"}, **TOLD)


def test_a_correction_that_changes_nothing_is_refused(ani):
    entry = record(ani, rank("III/a", APRIL_19))

    with pytest.raises(NothingChangesError, match="Tidak ada yang berubah"):
        correct_entry(
            section=PANGKAT, pegawai=ani, entry_id=entry.pk, values={"golongan": "III/a"}, **TOLD
        )


@pytest.mark.parametrize(
    ("values", "column"),
    [
        (rank("III/z", APRIL_19), "golongan"),
        (rank("III/a", "1 Januari"), "starts_on"),
        (rank("", APRIL_19), "golongan"),
        ({"golongan": "III/a", "paper_number": "1"}, "starts_on"),
        (rank("III/a", APRIL_19, paper_number="9" * 121), "paper_number"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_at_its_column(ani, values, column):
    with pytest.raises(ColumnValueError) as refused:
        record(ani, values)

    assert refused.value.column == column
    assert str(refused.value).startswith(str(PANGKAT.labels[column]))


def test_a_column_that_the_section_has_not_is_a_mistake_of_the_program(ani):
    with pytest.raises(UnknownColumnError):
        record(ani, rank("III/a", APRIL_19, pegawai=ani))


def test_somebody_is_not_placed_in_another_government(ani, stranger):
    elsewhere = stranger.placements.get().opd
    moving = {"opd": elsewhere, "starts_on": APRIL_21, "paper_number": "824/1"}

    with pytest.raises(ElsewhereError, match="milik pemerintah daerah atau pegawai lain"):
        record(ani, moving, "penempatan")


def test_an_entry_rests_on_papers_of_its_own_pegawai_and_government(ani, stranger):
    theirs = PegawaiDocument.objects.create(pegawai=stranger, kind="sk_pangkat", number="1")
    their_decree = decree(stranger.pemda, "823/9", decided_on=APRIL_19)

    for paper in ({"document": theirs}, {"decree": their_decree}):
        with pytest.raises(ElsewhereError):
            record(ani, rank("III/a", APRIL_19, **paper))


def test_a_code_of_origin_is_one_entry_in_a_government(ani, pasar, stranger):
    other = employed(pasar, "Cici Contohwati", "999901012015032003")
    record(ani, rank("III/a", APRIL_19, kode_asal="A1"))

    with pytest.raises(CodeTakenError, match="A1"):
        record(other, rank("III/a", APRIL_19, kode_asal="A1"))
    with pytest.raises(RefusedError, match="Kode di sistem asal"):
        record(ani, rank("III/b", APRIL_23, kode_asal="A1"))
    record(stranger, rank("III/a", APRIL_19, kode_asal="A1"))


ONE_OF_EACH = {
    "pengangkatan": {"kind": "cpns"},
    "kedudukan": {"state": "01"},
    "pangkat": {"golongan": "III/a"},
    "gaji": {"golongan": "III/a", "service_months": 48, "pay": 3_000_000},
    "jabatan": {"nama": "Kepala Seksi Pasar", "kind": "pengawas", "capacity": "plt"},
    "pendidikan": {"jenjang": "s1", "graduated_in": 2012},
    "diklat": {"nama": "Pelatihan Dasar CPNS", "kind": "struktural", "hours": 40},
    "kinerja": {"year": 2020, "predikat": "baik", "ends_before": date(2021, 1, 1)},
    "angka-kredit": {"kind": "konversi", "total": "12.5", "ends_before": date(2021, 1, 1)},
    "penghargaan": {"nama": "Satyalancana Karya Satya X", "year": 2021},
    "hukuman": {"level": "ringan", "kind": "1"},
    "cuti": {"kind": "sakit", "ends_before": date(2020, 1, 9)},
    "keluarga": {"relation": "anak", "nama": "Dodi", "child_kind": "kandung"},
    "perjanjian": {"is_part_time": False, "ends_before": date(2025, 1, 1)},
    "non-asn": {"is_blud": True},
    "masa-kerja": {"where": "RSUD Contoh", "counted_months": 24},
    "pindah": {"kind": "p3d", "moved_on": date(2020, 1, 1)},
    "pemberhentian": {"kind": "3", "stopped_on": date(2020, 1, 1)},
    "data-pribadi": {"sex": "F", "religion": "islam", "marital": "kawin"},
    "kontak": {"kind": "ponsel", "value": "0800000001"},
}


@pytest.mark.parametrize("key", ONE_OF_EACH)
def test_every_section_takes_an_entry_and_gives_it_up_again(ani, key):
    described = section(key)
    values = {"source": "SIASN", "lainnya": {"idPns": "9"}, **ONE_OF_EACH[key]}
    if "starts_on" in described.columns:
        values.setdefault("starts_on", date(2020, 1, 1))

    entry = record(ani, values, key)
    with pytest.raises(RefusedError):
        record(ani, values, key)
    withdraw_entry(section=described, pegawai=ani, entry_id=entry.pk, **TOLD)

    assert not described.model.objects.filter(pk=entry.pk).exists()


def test_the_employment_says_as_what_somebody_is_appointed_last(ani):
    record(ani, {"kind": "cpns", "starts_on": date(2015, 3, 1), "source": "SIASN"}, "pengangkatan")
    pns = record(ani, {"kind": "pns", "starts_on": APRIL_19, "source": "SIASN"}, "pengangkatan")
    assert Pegawai.objects.get(pk=ani.pk).kind == "pns"

    found = {"section": section("pengangkatan"), "pegawai": ani, "entry_id": pns.pk}
    withdraw_entry(**found, **TOLD)
    assert Pegawai.objects.get(pk=ani.pk).kind == "cpns"


def test_two_people_may_each_have_an_entry_without_a_code_of_origin(ani, pasar):
    budi = employed(pasar, "Budi Contohadi", "999901012015032077")
    record(ani, rank("III/a", APRIL_19))

    assert record(budi, rank("III/a", APRIL_19)).pk
