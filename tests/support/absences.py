"""People of one dinas and their days of absence: the shortest way to a finding."""

from datetime import date

from tests.support.registry import REASON, WARNI, person

from pamong.apps.findings.services import run_law
from pamong.apps.kepegawaian.services import Employment, employ
from pamong.apps.organisasi.models import Opd
from pamong.apps.presensi.services import record_absences, record_coverage
from pamong.kernel.period import Period

ABSENCE = "disiplin-absen-kumulatif"
YEAR = Period.inclusive(date(2025, 1, 1), date(2025, 12, 31))
END_OF_YEAR = date(2025, 12, 31)
MARCH = date(2025, 3, 1)
THREE_DAYS = [date(2025, 2, 3), date(2025, 2, 4), date(2025, 2, 5)]


def dinas_of(pemda, nama="Dinas Pasar"):
    """Open a dinas whose attendance of 2025 is complete."""
    opd = Opd.objects.create(pemda=pemda, nama=nama, jenis="dinas", sort_key=nama.casefold())
    record_coverage(opd=opd, period=YEAR, source="rekaan", actor=WARNI, reason=REASON)
    return opd


def employed(opd, name="Ani Rekawati", nip="198501012015030001"):
    return employ(
        person=person(name),
        opd=opd,
        employment=Employment(
            kind="pns",
            nip=nip,
            period=Period(date(2015, 3, 1)),
            work_week="lima_hari",
            holds_post=False,
        ),
        actor=WARNI,
        reason=REASON,
    )


def absent(pegawai, days, *, valid=False):
    record_absences(pegawai=pegawai, days=days, has_valid_reason=valid, actor=WARNI, reason=REASON)


def judge(pemda, day=END_OF_YEAR):
    run_law(pemda=pemda, days=[day], actor=WARNI, reason=REASON)
