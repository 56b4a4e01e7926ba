"""The ways to correct what a request is about: each entry of its section, or a new one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from pamong.apps.accounts.own_record import CORRECTABLE
from pamong.apps.kepegawaian.record import record_on
from pamong.apps.kepegawaian.sections import BY_KEY
from pamong.web.pegawai.plans import name_of
from pamong.web.seen import keep_seen

if TYPE_CHECKING:
    from pamong.apps.accounts.models import CorrectionRequest
    from pamong.web.http import Request

ONESELF, OTHERS = "diri", "lain"


@dataclass(frozen=True, slots=True)
class Door:
    """One way to correct something: what it is, and where that is done."""

    label: str
    address: str
    is_new: bool = False


def doors_of(request: "Request", asked: "CorrectionRequest") -> list[Door]:
    """Return the ways to correct what is asked for; the entries are shown, so the look is kept."""
    here = request.standpoint
    if asked.section == ONESELF:
        address = here.address("perbaikan:mend-identity", asked.public_id)
        return [Door(_("Nama, tanggal lahir, atau nomor identitas"), address)]
    if asked.section not in BY_KEY:
        titles = dict(CORRECTABLE)
        return [
            Door(str(titles[key]), here.address("perbaikan:mend-new", asked.public_id, key))
            for key in BY_KEY
        ]
    section = BY_KEY[asked.section]
    record = record_on(asked.pegawai, day=here.day)
    entries = record.sections[section.key] if record else ()
    if entries:
        keep_seen(request, [asked.pegawai.person_id], [section.key])
    told = [
        Door(
            name_of(section, row.entry),
            here.address("perbaikan:mend", asked.public_id, section.key, row.entry.pk),
        )
        for row in entries
    ]
    new = here.address("perbaikan:mend-new", asked.public_id, section.key)
    return [*told, Door(_("Belum tercatat: catat baru"), new, is_new=True)]
