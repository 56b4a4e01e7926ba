"""A pemberhentian that comes in by a file ends the employment as one recorded by hand does."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from tests.apps.impor.conftest import committed, fresh, previewed, undone
from tests.apps.kepegawaian.conftest import employed, opd_of
from tests.support.registry import REASON, WARNI, decree, hold, office

from pamong.apps.core.files import NewFile
from pamong.apps.impor.carrying_out import preview
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.ends import Ends, plan_ends
from pamong.apps.impor.models import StagedDoubt, Step
from pamong.apps.impor.services import match_columns
from pamong.apps.impor.told import EVERYTHING, told_doubts
from pamong.apps.impor.undoing import plan_undo
from pamong.apps.kepegawaian.models import (
    Appointment,
    Pegawai,
    Placement,
    RiwayatJabatan,
    Termination,
)
from pamong.apps.kepegawaian.recording import correct_entry
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_wanted import Wanted
from pamong.apps.kepegawaian.sections import section
from pamong.apps.organisasi.models import JabatanHolding
from pamong.exchange.matching import Matching

pytestmark = pytest.mark.django_db
ANI = "199001012015030001"
JUNE_20, JULY_20 = date(2020, 6, 1), date(2020, 7, 1)
PENSION = f"H1;{ANI};1;88/2020;01-06-2020"


def csv(layout, head, *rows):
    return NewFile(f"{layout}.csv", "\n".join([head, *rows, ""]).encode())


def people(*rows):
    return csv("siasn-pegawai", "nip_baru;nama;tmt_cpns;status_cpns_pns;unor_nama", *rows)


def posts(*rows):
    return csv(
        "siasn-rw-jabatan",
        "id;nipBaru;namaJabatan;jenisJabatan;tmtJabatan;jenisPenugasanId",
        *rows,
    )


def stops(*rows):
    head = "id;pnsOrang;jenisHenti;skNomor;tmtPemberhentian"
    return csv("siasn-rw-pemberhentian", head, *rows)


def newcomer(number=1):
    """Return the rows of somebody who is not on record, with two posts and an end."""
    nip = f"197001011994010{number:03}"
    return (
        f"{nip};Budi Reka (rekaan);01-01-1994;P;Dinas Pasar",
        [
            f"A{number};{nip};Pengadministrasi;FUNGSIONAL_UMUM;01-01-1994",
            f"B{number};{nip};Pengelola;FUNGSIONAL_UMUM;01-03-2010",
        ],
        f"H{number};{nip};1;88/{number};01-06-2020",
    )


def brought_in(pemda, *files):
    batch = previewed(pemda, files)
    assert told(batch) == []
    batch = committed(batch)
    assert (batch.step, batch.problem) == (Step.COMMITTED, "")
    return batch


def days(*models):
    """Return from when until when everything of an employment runs."""
    every = models or (Pegawai, Appointment, RiwayatJabatan, Placement, JabatanHolding)
    return {
        (model.__name__, *row)
        for model in every
        for row in model._default_manager.values_list("pk", "starts_on", "ends_before")
    }


def ends():
    return {row[-1] for row in days()}


def working(pemda, day):
    return [row.person.nama for row in Roster(pemda, Q(), Wanted(), day).people()]


def told(batch):
    found = StagedDoubt.objects.filter(batch=batch).order_by("file", "row")
    return [
        (each.code, each.place.file, each.place.row, each.sentence)
        for each in told_doubts(batch, found, EVERYTHING)
    ]


@pytest.fixture
def pasar(contoh):
    return opd_of(contoh)


@pytest.fixture
def head(pasar):
    """Ani heads Dinas Pasar since 2018, in a seat and in her riwayat."""
    ani = employed(pasar, "Ani Rekawati", ANI)
    seat = office(pasar.pemda, "Kepala Dinas Pasar", opd=pasar)
    sk = decree(pasar.pemda, "821/7/2018", decided_on=date(2017, 12, 20))
    hold(ani.person, seat, since=date(2018, 1, 1), by=sk)
    brought_in(pasar.pemda, posts(f"J1;{ANI};Kepala Dinas Pasar;JPT_PRATAMA;01-01-2018"))
    return ani


def test_whoever_comes_in_with_an_end_is_counted_until_then(contoh, pasar):
    person, riwayat, end = newcomer()

    batch = previewed(contoh, [people(person), posts(*riwayat), stops(end)])
    assert plan_ends(batch, Choice()) == Ends(ending=1)
    assert plan_ends(batch, Choice(sections_left=["pemberhentian"])) == Ends()
    batch = committed(batch)

    running = {row[0]: row[-1] for row in sorted(days(), key=str)}
    assert running == dict.fromkeys(running, JUNE_20)
    assert set(running) == {"Pegawai", "Appointment", "RiwayatJabatan", "Placement"}
    assert working(contoh, date(2020, 5, 31)) == ["Budi Reka"]
    assert working(contoh, JUNE_20) == []
    again = previewed(contoh, [people(person), posts(*riwayat), stops(end)])
    assert {what for each in again.counts.values() for what in each} == {"unchanged"}
    undone(batch)
    assert not days()


def test_what_is_on_record_ends_and_undoing_gives_back_just_that(contoh, head):
    before = days()

    batch = brought_in(contoh, stops(PENSION))

    assert ends() == {JUNE_20}
    assert len(Termination.objects.get().ended) == 4
    assert plan_undo(batch).runs_on == 1
    undone(batch)
    assert days() == before


def test_a_moved_tmt_moves_the_end_and_undoing_moves_it_back(contoh, head):
    first = brought_in(contoh, stops(PENSION))
    stood, kept = days(), Termination.objects.get().ended
    unchanged = previewed(contoh, [stops(PENSION)])
    assert (unchanged.counts, plan_ends(unchanged, Choice())) == (
        {"pemberhentian": {"unchanged": 1}},
        Ends(),
    )

    moved = previewed(contoh, [stops(PENSION.replace("-06-", "-07-"))])
    assert plan_ends(moved, Choice()) == Ends(moved=1)
    moved = committed(moved)
    assert ends() == {JULY_20}

    undone(moved)
    assert (days(), Termination.objects.get().ended) == (stood, kept)
    assert fresh(first).step == Step.COMMITTED


def test_edits_of_others_stay_when_an_end_is_taken_back(contoh, head):
    batch = brought_in(contoh, stops(PENSION))
    post = RiwayatJabatan.objects.get()
    correct_entry(
        section=section("jabatan"),
        pegawai=head,
        entry_id=post.pk,
        values={"paper_number": "821/7/2018"},
        actor=WARNI,
        reason=REASON,
    )
    JabatanHolding.objects.update(ends_before=date(2020, 5, 1))

    undone(batch)

    post.refresh_from_db()
    assert (post.paper_number, post.ends_before) == ("821/7/2018", None)
    assert JabatanHolding.objects.get().ends_before == date(2020, 5, 1)
    assert Pegawai.objects.get().ends_before is None


def test_an_end_before_a_row_of_the_files_or_the_record_is_doubted_with_its_place(contoh, head):
    person, riwayat, end = newcomer()
    late = end.replace("2020", "2005", 1).replace("01-06-2020", "01-06-2005")
    early = PENSION.replace("01-06-2020", "01-06-2016")

    batch = previewed(contoh, [people(person), posts(*riwayat), stops(early, late)])

    (record, files) = told(batch)
    assert record[:3] == ("mulai-sesudah-berhenti", "siasn-rw-pemberhentian.csv", 2)
    assert "1 Januari 2018" in record[3]
    assert files[:3] == ("mulai-sesudah-berhenti", "siasn-rw-pemberhentian.csv", 3)
    assert "1 Maret 2010 (siasn-rw-jabatan.csv" in files[3]
    assert "baris 3" in files[3]
    assert committed(batch).step == Step.COMMITTED
    assert (RiwayatJabatan.objects.count(), Termination.objects.count()) == (3, 0)


def test_a_row_that_begins_after_an_end_on_record_is_doubted(contoh, head):
    brought_in(contoh, stops(PENSION))

    rows = [f"J{day};{ANI};Asisten;JPT_PRATAMA;{day}-2020;PLT" for day in ("01-05", "01-08")]
    batch = previewed(contoh, [posts(*rows)])
    assert [each[0] for each in told(batch)] == ["pemilik-sudah-berhenti"]
    batch = committed(batch)

    ((code, _file, row, sentence),) = told(batch)
    assert (code, row) == ("pemilik-sudah-berhenti", 3)
    assert "1 Juni 2020" in sentence
    assert RiwayatJabatan.objects.get(nama="Asisten").ends_before == JUNE_20
    kept = [label for label, *_ in Termination.objects.get().ended]
    assert kept.count("kepegawaian.riwayatjabatan") == 2
    undone(batch)
    assert len(Termination.objects.get().ended) == 4


def test_a_choice_that_leaves_a_later_row_as_it_was_is_refused_by_name(contoh, head):
    files = [posts(f"J1;{ANI};Kepala Dinas Pasar;JPT_PRATAMA;01-01-2017")]
    before = date(2017, 6, 1)
    JabatanHolding.objects.all().delete()
    batch = previewed(contoh, [*files, stops(PENSION.replace("01-06-2020", "01-06-2017"))])
    assert told(batch) == []

    batch = committed(batch, Choice(sections_left=["jabatan"]))

    assert batch.step == Step.READY
    assert "Ani Rekawati" in batch.problem
    assert not Termination.objects.exists()
    assert committed(batch).step == Step.COMMITTED
    assert ends() == {before}


def test_of_several_the_first_day_counts_and_all_are_taken_back(contoh, head):
    before = days()
    other = PENSION.replace("H1", "H2").replace("88/", "99/")

    batch = brought_in(contoh, stops(PENSION, other.replace("01-06-2020", "01-09-2021")))

    assert ends() == {JUNE_20}
    undone(batch)
    assert days() == before


def test_an_end_goes_to_the_employment_that_it_falls_into(contoh, head, pasar):
    Pegawai.objects.update(ends_before=date(2019, 1, 1))
    for model in (Appointment, RiwayatJabatan, Placement, JabatanHolding):
        model._default_manager.update(ends_before=date(2019, 1, 1))
    again = Pegawai.objects.create(
        person=head.person, pemda=contoh, kind="pns", starts_on=date(2022, 1, 1)
    )

    brought_in(contoh, stops(PENSION.replace("01-06-2020", "01-06-2018")))

    assert Termination.objects.get().pegawai == head
    assert days(Appointment, RiwayatJabatan, Placement, JabatanHolding) == {
        row for row in days() if row[0] != "Pegawai" and row[-1] == date(2018, 6, 1)
    }
    assert Pegawai.objects.get(pk=again.pk).ends_before is None


def test_an_end_without_a_day_ends_nothing_and_a_matched_column_says_the_day(contoh, head):
    raw = csv("siasn-rw-pemberhentian", "id;pnsOrang;jenisHenti;skNomor", PENSION[:-11])
    batch = previewed(contoh, [raw])
    assert plan_ends(batch, Choice()) == Ends(undated=1)
    committed(batch)
    assert ends() == {None}

    own = csv("milik-kami", "Pokok;Sebab;Surat;Keluar", PENSION.removeprefix("H1;"))
    batch = previewed(contoh, [own])
    (sheet,) = batch.sheets
    columns = ("pnsOrang", "jenisHenti", "skNomor", "tmtPemberhentian")
    matching = Matching(
        "siasn-rw-pemberhentian",
        sheet["sidik"],
        dict(zip(sheet["kunci"], columns, strict=True)),
    )
    match_columns(batch=batch, matching=matching, actor=WARNI, reason=REASON)
    preview(fresh(batch))
    batch = committed(fresh(batch))
    assert ends() == {JUNE_20}
    undone(batch)
    assert ends() == {None}


def test_many_are_ended_by_as_many_queries_as_one(contoh, pasar):
    asked = []
    # Somebody is on record at first: nothing is held against an empty record.
    for numbers in (range(1, 2), range(2, 3), range(3, 23)):
        rows = [newcomer(number) for number in numbers]
        files = [
            people(*(person for person, _, _ in rows)),
            posts(*(post for _, riwayat, _ in rows for post in riwayat)),
            stops(*(end for _, _, end in rows)),
        ]
        batch = previewed(contoh, files)
        with CaptureQueriesContext(connection) as queries:
            committed(batch)
        asked.append(len(queries))

    assert ends() == {JUNE_20, date(2010, 3, 1)}
    assert asked[1] == asked[2]
