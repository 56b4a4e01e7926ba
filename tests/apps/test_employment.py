"""Employment: a person may have several over time; the number stays the person's."""

from datetime import date

import pytest
from tests.support.registry import REASON, WARNI

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.core.refusals import RefusedError
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.services import Employment, employ
from pamong.apps.organisasi.models import Opd
from pamong.apps.presensi.services import record_absences
from pamong.kernel.period import Period

JANUARY, JULY = date(2024, 1, 1), date(2024, 7, 1)
NIP = "199001012015010001"


@pytest.fixture
def opd(contoh):
    return Opd.objects.create(pemda=contoh, nama="Dinas Pasar", jenis="dinas", sort_key="d")


@pytest.fixture
def elsewhere(misal):
    return Opd.objects.create(pemda=misal, nama="Dinas Pasar", jenis="dinas", sort_key="d")


def work(who, opd, *, since=JANUARY, until=None, kind="pns", nip=NIP):
    employment = Employment(kind, nip, Period(since, until), "lima_hari", holds_post=False)
    return employ(person=who, opd=opd, employment=employment, actor=WARNI, reason=REASON)


def test_an_employment_is_one_of_a_person_by_a_government_with_its_number(siti, opd, contoh):
    pegawai = work(siti, opd)

    assert (pegawai.pemda, pegawai.placements.get().opd) == (contoh, opd)
    number = siti.identifiers.get()
    assert (number.kind, number.value, number.starts_on) == ("nip", NIP, JANUARY)


def test_a_move_to_another_government_keeps_the_number(siti, opd, elsewhere):
    work(siti, opd, until=JULY)

    work(siti, elsewhere, since=JULY)

    assert Pegawai.objects.filter(person=siti).count() == 2
    assert siti.identifiers.count() == 1


def test_the_number_of_a_pppk_is_no_nip(siti, opd):
    work(siti, opd, kind="pppk")

    assert siti.identifiers.get().kind == "ni_pppk"


def test_the_number_of_somebody_else_is_refused_and_nothing_is_kept(siti, budi, opd):
    work(siti, opd)

    with pytest.raises(RefusedError, match="Nomor identitas ini sudah tercatat"):
        work(budi, opd)

    assert Pegawai.objects.count() == PersonIdentifier.objects.count() == 1


def test_a_second_employment_on_the_same_day_is_refused(siti, opd):
    work(siti, opd)

    with pytest.raises(RefusedError, match="sudah tercatat sebagai pegawai"):
        work(siti, opd, since=JULY)


def test_a_day_of_absence_is_recorded_once(siti, opd):
    pegawai = work(siti, opd)
    days = {"pegawai": pegawai, "has_valid_reason": False, "actor": WARNI, "reason": REASON}
    record_absences(days=[JULY], **days)

    with pytest.raises(RefusedError, match="sudah tercatat untuk pegawai itu"):
        record_absences(days=[JANUARY, JULY], **days)

    assert pegawai.absences.count() == 1


def test_who_is_outside_the_asn_has_no_number_of_it(siti, opd):
    work(siti, opd, kind="non_asn", nip="")

    assert not siti.identifiers.exists()
