"""A pemberhentian ends the employment with its posts, says so first, and gives all back."""

from datetime import date

import pytest
from django.db.models import Q
from tests.apps.kepegawaian.conftest import TMT, employed
from tests.support.registry import REASON, WARNI, decree, hold, leading, office

from pamong.apps.kepegawaian.ending import LaterRowError
from pamong.apps.kepegawaian.models import Pegawai, Placement, RiwayatJabatan, Termination
from pamong.apps.kepegawaian.record import record_on
from pamong.apps.kepegawaian.recording import (
    correct_entry,
    plan_entry,
    plan_withdrawal,
    record_entry,
    withdraw_entry,
)
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_wanted import State, Wanted
from pamong.apps.kepegawaian.sections import section
from pamong.apps.organisasi.models import JabatanHolding, JabatanKind, Opd

TOLD = {"actor": WARNI, "reason": REASON}
STOP = section("pemberhentian")
JAN_18, MAY_20, JUNE_20, JULY_20 = (
    date(2018, 1, 1),
    date(2020, 5, 1),
    date(2020, 6, 1),
    date(2020, 7, 1),
)
PENSION = {"kind": "1", "stopped_on": JUNE_20, "paper_number": "88/2020"}


@pytest.fixture
def head(ani, pasar):
    """Ani heads Dinas Pasar since 2018, with an entry in her riwayat."""
    sk = decree(pasar.pemda, "821/7/2018", decided_on=date(2017, 12, 20))
    held = hold(
        ani.person, office(pasar.pemda, "Kepala Dinas Pasar", opd=pasar), since=JAN_18, by=sk
    )
    values = {"nama": "Kepala Dinas Pasar", "kind": "jpt_pratama", "capacity": "definitif"}
    record(ani, {**values, "starts_on": JAN_18, "source": "SIASN"}, "jabatan")
    return held


def record(pegawai, values, key="pemberhentian"):
    return record_entry(section=section(key), pegawai=pegawai, values=values, **TOLD)


def working(pemda, day, state=State.AKTIF):
    roster = Roster(pemda, Q(), Wanted(state=state), day)
    return [row.person.nama for row in roster.people()]


def ends(ani, held):
    return {
        Pegawai.objects.get(pk=ani.pk).ends_before,
        Placement.objects.get(pegawai=ani).ends_before,
        RiwayatJabatan.objects.get(pegawai=ani).ends_before,
        JabatanHolding.objects.get(pk=held.pk).ends_before,
    }


def test_what_ends_is_told_before_anything_is_written(ani, head):
    plan = plan_entry(section=STOP, pegawai=ani, values=PENSION)

    told = {type(move.entry).__name__: move.ends_before for move in plan.ends}
    assert told == dict.fromkeys(
        ("Pegawai", "Placement", "RiwayatJabatan", "JabatanHolding"), JUNE_20
    )
    assert ends(ani, head) == {None}


def test_from_the_tmt_the_person_is_counted_no_more_and_the_posts_are_free(ani, head, contoh):
    record(ani, PENSION)

    assert ends(ani, head) == {JUNE_20}
    assert working(contoh, date(2020, 5, 31)) == ["Ani Rekawati"]
    assert working(contoh, JUNE_20) == []
    assert working(contoh, JUNE_20, State.BERAKHIR) == ["Ani Rekawati"]
    assert record_on(ani, day=JUNE_20).current("jabatan") is None
    assert record_on(ani, day=date(2020, 5, 31)).current("jabatan") is not None


def test_a_withdrawal_gives_back_what_was_ended_and_nothing_else(ani, head):
    record(
        ani,
        {
            "nama": "Kepala Seksi",
            "kind": "pengawas",
            "capacity": "definitif",
            "starts_on": TMT,
            "ends_before": JUNE_20,
            "source": "SIASN",
        },
        "jabatan",
    )
    entry = record(ani, PENSION)
    plan = plan_withdrawal(section=STOP, pegawai=ani, entry_id=entry.pk)
    assert {move.ends_before for move in plan.ends} == {None}

    withdraw_entry(section=STOP, pegawai=ani, entry_id=entry.pk, **TOLD)

    told = dict(RiwayatJabatan.objects.filter(pegawai=ani).values_list("nama", "ends_before"))
    assert told == {"Kepala Dinas Pasar": None, "Kepala Seksi": JUNE_20}
    assert Pegawai.objects.get(pk=ani.pk).ends_before is None
    assert JabatanHolding.objects.get(pk=head.pk).ends_before is None


def test_what_another_act_changed_since_stays_as_it_was_left(ani, head):
    entry = record(ani, PENSION)
    JabatanHolding.objects.filter(pk=head.pk).update(ends_before=MAY_20)

    withdraw_entry(section=STOP, pegawai=ani, entry_id=entry.pk, **TOLD)

    assert JabatanHolding.objects.get(pk=head.pk).ends_before == MAY_20
    assert Pegawai.objects.get(pk=ani.pk).ends_before is None


def test_a_corrected_tmt_moves_every_end_with_it(ani, head):
    entry = record(ani, PENSION)
    for day in (JULY_20, MAY_20):
        correct_entry(
            section=STOP, pegawai=ani, entry_id=entry.pk, values={"stopped_on": day}, **TOLD
        )
        assert ends(ani, head) == {day}

    withdraw_entry(section=STOP, pegawai=ani, entry_id=entry.pk, **TOLD)
    assert ends(ani, head) == {None}


def test_a_corrected_paper_moves_nothing(ani, head):
    entry = record(ani, PENSION)
    correct_entry(
        section=STOP, pegawai=ani, entry_id=entry.pk, values={"pertek_number": "PK-1"}, **TOLD
    )

    assert ends(ani, head) == {JUNE_20}
    withdraw_entry(section=STOP, pegawai=ani, entry_id=entry.pk, **TOLD)
    assert ends(ani, head) == {None}


def test_a_pemberhentian_without_a_day_ends_nothing(ani, head):
    record(ani, {"kind": "1", "paper_number": "88/2020"})

    assert ends(ani, head) == {None}


def test_a_post_that_begins_only_then_is_named_and_nothing_is_written(ani, head):
    values = {"nama": "Asisten", "kind": "jpt_pratama", "starts_on": JULY_20, "source": "SIASN"}
    record(ani, values, "jabatan")

    with pytest.raises(LaterRowError, match="1 Juli 2020"):
        record(ani, PENSION)
    assert not Termination.objects.exists()
    assert ends_of_employment(ani) is None


def test_an_end_before_the_employment_began_is_refused(ani):
    with pytest.raises(LaterRowError):
        record(ani, {**PENSION, "stopped_on": date(2014, 1, 1)})


def test_an_elected_head_stays_in_office(ani, contoh):
    sk = decree(contoh, "131/2019", decided_on=date(2018, 12, 20))
    bupati = leading(contoh, JabatanKind.KEPALA_DAERAH)
    held = hold(ani.person, bupati, since=date(2019, 1, 1), by=sk)
    record(ani, PENSION)

    assert JabatanHolding.objects.get(pk=held.pk).ends_before is None


def test_a_colleague_goes_on(ani, contoh):
    employed(Opd.objects.get(pemda=contoh, nama="Dinas Pasar"), "Budi Reka", "999901012015031003")
    record(ani, PENSION)

    assert working(contoh, JUNE_20) == ["Budi Reka"]


def ends_of_employment(pegawai):
    return Pegawai.objects.get(pk=pegawai.pk).ends_before
