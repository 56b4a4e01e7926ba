"""Which classes of a record are shown: one question to the database says what many would."""

from datetime import date

import pytest
from tests.support import units

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import classes_seen
from pamong.apps.accounts.record_access import class_cases, classes_shown, identity_seen
from pamong.apps.kepegawaian.employments import PegawaiNotFoundError, get_pegawai

TODAY = date(2024, 10, 1)
DAYS = (date(2019, 12, 31), date(2021, 5, 1), TODAY, date(2027, 1, 1))


@pytest.fixture
def moved(contoh):
    """Ana worked in one OPD, and works in a unit of another one since 2023."""
    first, second = units.opd(contoh, "Dinas Satu"), units.opd(contoh, "Dinas Dua")
    bidang = units.unit(second, "Bidang Dua")
    ana = units.employ(first, "Ana Pindah")
    change = date(2023, 1, 1)
    units.place(ana, first, until=change)
    units.place(ana, second, bidang, since=change)
    return ana, first, second, bidang


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("where", ["pemda", "first", "second", "bidang", "own"])
def test_one_question_shows_the_classes_that_the_policy_names(moved, role, where):
    ana, first, second, bidang = moved
    part = {
        "first": {"opd_id": first.pk},
        "second": {"opd_id": second.pk},
        "bidang": {"unit_id": bidang.pk},
        "own": {"person_id": ana.person_id},
    }
    grant = Grant(role, ana.pemda_id, **part.get(where, {}))

    for day in DAYS:
        access = Access(1, "uji", (grant,), TODAY)
        found = get_pegawai(ana.pemda, ana.public_id, **class_cases(access, ana.pemda, day=day))
        assert classes_shown(access, found, day=day) == classes_seen(access, ana, day=day), day


def test_identity_is_seen_of_those_in_scope_only(moved):
    ana, first, second, _bidang = moved
    other = units.place(units.employ(first, "Budi Tinggal"), first)

    def seen(*grants):
        access = Access(1, "uji", grants, TODAY)
        return identity_seen(access, ana.pemda, [ana.pk, other.pk], day=TODAY)

    assert seen(Grant(Role.BKD, ana.pemda_id)) is None
    assert seen(Grant(Role.OPERATOR_OPD, ana.pemda_id, second.pk)) == {ana.pk}
    assert seen(Grant(Role.AJUDAN, ana.pemda_id)) == frozenset()


def test_a_pegawai_of_another_government_is_not_found(moved, misal):
    with pytest.raises(PegawaiNotFoundError):
        get_pegawai(misal, moved[0].public_id)
