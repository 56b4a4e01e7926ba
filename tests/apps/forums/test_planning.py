"""What confirming would record is shown before, with all that stands in its way named at once."""

from datetime import date

import pytest
from tests.support.drafts import (
    APEL,
    LEAVE,
    TENURE,
    Candidate,
    DraftAttestation,
    confirm,
    proof,
    put_down,
    replace,
)
from tests.support.registry import attest, document, hold

from pamong.apps.forums.errors import ConfirmationRefusedError
from pamong.apps.forums.models import DraftStatus, Forum
from pamong.apps.forums.planning import plan_confirmation
from pamong.apps.organisasi.models import JabatanHolding, OfficeLeave
from pamong.reader.draft import Draft

SITI = "Siti Rekayasari (rekaan)"


def problems(pemda, draft):
    return plan_confirmation(put_down(pemda, draft)).problems


def notes(pemda, draft):
    return plan_confirmation(put_down(pemda, draft)).notes


def test_a_plan_tells_who_and_what_is_new_before_anything_is_recorded(contoh, bupati):
    named = DraftAttestation("Budi Contohadi (rekaan)", "Kepala Dinas Pasar", "Plt", None)
    draft = replace(APEL, attestations=(*APEL.attestations, named), periods=(TENURE, LEAVE))

    plan = plan_confirmation(put_down(contoh, draft))

    assert plan.problems == []
    assert plan.new_people == ["Siti Rekayasari", "Budi Contohadi"]
    assert plan.new_offices == ["Kepala Dinas Pasar"]
    assert (len(plan.tenures), len(plan.leaves), len(plan.attestations)) == (1, 1, 2)
    assert plan.tenures[0].office.jabatan == bupati
    assert plan.leaves[0].period.last_day == date(2024, 11, 23)
    assert not Forum.objects.exists()


def test_everything_that_is_missing_is_named_at_once(contoh):
    bare = replace(APEL, date=None, forum_kind=None, region="Kabupaten Antah", attestations=())

    assert problems(None, bare) == [
        'Daerah "Kabupaten Antah"; pilih pemerintah daerah yang dikelola di sini.',
        "Tanggal forum belum diisi.",
        "Jenis forum belum diisi.",
    ]


def test_an_empty_draft_says_to_set_it_aside(db):
    assert problems(None, Draft()) == [
        "Daerah belum diisi; pilih pemerintah daerah yang dikelola di sini.",
        "Tidak ada yang dapat dicatat dari dokumen ini. Sisihkan dengan alasan.",
    ]


def test_open_conflicts_are_all_named_and_block_confirming(contoh):
    torn = {
        "candidates": (Candidate("x", "Tertulis.", ()), Candidate("y", "Tertulis.", ())),
        "conflict": True,
    }
    draft = put_down(
        contoh,
        replace(
            APEL,
            evidence={"/date": proof("Selasa", **torn), "/directives/0/by": proof("Siti", **torn)},
        ),
    )

    with pytest.raises(ConfirmationRefusedError) as refused:
        confirm(draft)

    assert refused.value.problems == (
        "Pilih dulu salah satu: tanggal.",
        "Pilih dulu salah satu: arahan ke-1.",
    )
    draft.refresh_from_db()
    assert draft.status == DraftStatus.OPEN


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"forum_kind": "pesta"}, 'Jenis forum "pesta" tidak dikenal.'),
        ({"topics": ("disiplin", "ramalan")}, 'Topik "ramalan" tidak dikenal.'),
        (
            {"directives": (replace(APEL.directives[0], topic="ramalan"),)},
            'Topik "ramalan" tidak dikenal.',
        ),
        (
            {"directives": (replace(APEL.directives[0], setting="dalam mimpi"),)},
            'Cara penyampaian "dalam mimpi" tidak dikenal.',
        ),
        ({"place": "a" * 301}, "Tempat lebih dari 300 huruf"),
        ({"time_of_day": "pagi " * 20}, "Waktu lebih dari 60 huruf"),
        (
            {"directives": (replace(APEL.directives[0], gist="a" * 501),)},
            "Inti arahan lebih dari 500 huruf",
        ),
        (
            {"attestations": (DraftAttestation(SITI, "Kepala " * 40, "definitif", None),)},
            "Jabatan lebih dari 200 huruf",
        ),
        (
            {"attestations": (DraftAttestation(SITI, "Bupati", "pengganti", None),)},
            'Kedudukan "pengganti" tidak dikenal. Pilih definitif, Plt, Plh, Pj atau Pjs.',
        ),
        (
            {"attestations": (DraftAttestation("  ", "Bupati", "definitif", None),)},
            "Nama orang kosong.",
        ),
        (
            {"attestations": (DraftAttestation(SITI, "Bupati", "definitif", "kemarin"),)},
            f"Hari penyebutan {SITI} sebagai Bupati belum diisi.",
        ),
        ({"date": date(2031, 1, 1)}, "Tanggal 1 Januari 2031 sesudah dokumen ini diterima"),
        (
            {"attestations": (DraftAttestation(SITI, "Bupati", "definitif", "2091-01-01"),)},
            "Tanggal 1 Januari 2091 sesudah dokumen ini diterima",
        ),
        (
            {"periods": (replace(TENURE, capacity="pengganti"),)},
            'Kedudukan "pengganti" tidak dikenal.',
        ),
        (
            {"periods": (replace(LEAVE, end="2024-09-24"),)},
            '"cuti kampanye" berakhir sebelum dimulai. Perbaiki salah satu tanggalnya.',
        ),
        (
            {"periods": (replace(TENURE, end="2021-02-19"),)},
            "berakhir sebelum dimulai.",
        ),
    ],
)
def test_a_value_that_cannot_be_recorded_is_named_and_nothing_is_saved(change, sentence, contoh):
    draft = put_down(contoh, replace(APEL, **change))

    with pytest.raises(ConfirmationRefusedError) as refused:
        confirm(draft)

    assert [problem for problem in refused.value.problems if sentence in problem]
    assert not Forum.objects.exists()
    assert not JabatanHolding.objects.exists()
    assert not OfficeLeave.objects.exists()


def test_a_leave_of_a_single_day_is_no_mistake(contoh):
    assert problems(contoh, replace(APEL, periods=(replace(LEAVE, end=LEAVE.start),))) == []


@pytest.mark.parametrize("start", [None, "2021", "2021-02", "awal 2021", "2021-02-31"])
def test_a_first_day_that_the_text_does_not_state_is_never_invented(start, contoh):
    draft = put_down(contoh, replace(APEL, periods=(replace(TENURE, start=start),)))

    (note,) = plan_confirmation(draft).notes
    assert note.endswith("tidak dicatat: hari pertama atau terakhirnya tidak pasti.")
    confirm(draft)
    assert not JabatanHolding.objects.exists()


def test_a_last_day_that_is_not_certain_makes_no_open_tenure(contoh):
    draft = put_down(contoh, replace(APEL, periods=(replace(TENURE, end="2025-01"),)))

    confirm(draft)

    assert not JabatanHolding.objects.exists()


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ({"name": None}, "orang atau jabatannya belum diisi"),
        ({"office": None}, "orang atau jabatannya belum diisi"),
        ({"capacity": None}, "jenis atau kedudukannya belum diisi"),
        ({"kind": None}, "jenis atau kedudukannya belum diisi"),
    ],
)
def test_a_period_that_is_not_complete_is_noted_and_not_recorded(change, note, contoh):
    (told,) = notes(contoh, replace(APEL, periods=(replace(TENURE, **change),)))

    assert note in told


def test_an_office_of_another_government_is_noted_once(contoh, misal):
    guest = DraftAttestation("Tono Andaikata (rekaan)", "Gubernur Jambi", "definitif", None)

    assert notes(contoh, replace(APEL, attestations=(guest, guest))) == [
        "Gubernur Jambi tidak dicatat: jabatan itu bukan milik Kabupaten Contoh (rekaan)."
    ]


def test_namesakes_in_one_government_are_not_guessed(contoh, bupati, sekda, siti, berita):
    other = type(siti).objects.create(nama=siti.nama, sort_key=siti.sort_key, is_made_up=True)
    attest(siti, bupati, on=date(2024, 1, 1), by=berita)
    attest(other, sekda, on=date(2024, 1, 1), by=berita)

    assert problems(contoh, APEL) == [
        'Ada lebih dari satu orang bernama "Siti Rekayasari" yang tercatat. Tulis nama lengkapnya.'
    ]


def test_somebody_known_by_another_name_is_the_same_person(contoh, bupati, siti, sk):
    hold(siti, bupati, since=date(2021, 2, 20), by=sk)
    siti.other_names.create(nama="Siti R.", sort_key="siti r", kind="variant")
    called = DraftAttestation("Siti R.", "Bupati", "definitif", None)

    plan = plan_confirmation(
        put_down(contoh, replace(APEL, attestations=(called,), directives=(), quotes=()))
    )

    assert plan.new_people == []
    assert plan.attestations[0].person.person == siti


def test_a_plan_and_its_confirmation_agree(contoh, tono, kepala_bkd):
    attest(tono, kepala_bkd, on=date(2024, 1, 1), by=document("uji-0"))
    draft = put_down(contoh, replace(APEL, periods=(TENURE, LEAVE)))
    plan = plan_confirmation(draft)

    confirm(draft)

    assert JabatanHolding.objects.count() == len(plan.tenures)
    assert OfficeLeave.objects.count() == len(plan.leaves)
    assert draft.document.attestations.count() == len(plan.attestations)


def test_what_the_text_tells_twice_is_planned_once(contoh):
    twice = replace(APEL, periods=(TENURE, TENURE, LEAVE, LEAVE))
    draft = put_down(contoh, replace(twice, attestations=APEL.attestations * 2))
    plan = plan_confirmation(draft)

    confirm(draft)

    assert (len(plan.tenures), len(plan.leaves), len(plan.attestations)) == (1, 1, 1)
    assert JabatanHolding.objects.count() == OfficeLeave.objects.count() == 1


def test_what_another_document_told_is_said_to_be_on_record(contoh):
    confirm(put_down(contoh, replace(APEL, periods=(TENURE, LEAVE)), "uji-1"))

    again = plan_confirmation(put_down(contoh, replace(APEL, periods=(TENURE, LEAVE)), "uji-2"))
    ended = replace(APEL, periods=(replace(TENURE, end="2025-02-19"),))
    ending = plan_confirmation(put_down(contoh, ended, "uji-3"))

    assert again.tenures[0].recorded == JabatanHolding.objects.get()
    assert not again.tenures[0].ends_the_recorded
    assert again.leaves[0].is_recorded
    assert ending.tenures[0].ends_the_recorded
