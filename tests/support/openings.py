"""Short ways to put pegawai with numbers on record, and to open accounts for them."""

from datetime import UTC, date, datetime

from tests.support import units
from tests.support.registry import REASON, WARNI

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import AccountOpening, Role
from pamong.apps.accounts.opening_many import begin_opening
from pamong.apps.accounts.opening_plan import NewOpening
from pamong.apps.core.models import PersonIdentifier
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd, Pemda

DAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 3, tzinfo=UTC)


def numbered(opd: Opd, nama: str, number: int) -> Pegawai:
    """Employ somebody in an OPD, with a NIP that nobody can have."""
    pegawai = units.place(units.employ(opd, nama), opd)
    nip = f"99000101202003{number:04}"
    PersonIdentifier.objects.create(person=pegawai.person, kind="nip", value=nip)
    return pegawai


def nip_of(pegawai: Pegawai) -> str:
    return pegawai.person.identifiers.get().value


def admin(pemda: Pemda, user_id: int | None = WARNI.user_id) -> Access:
    return Access(user_id, WARNI.label, (Grant(Role.BKD_ADMIN, pemda.pk),), today=DAY)


def opened(opd: Opd, **more: object) -> AccountOpening:
    """Open accounts for an OPD as Warni."""
    return begin_opening(
        new=NewOpening(opd.pemda, DAY, opd, **more),
        by=admin(opd.pemda),
        at=NOW,
        actor=WARNI,
        reason=REASON,
    )
