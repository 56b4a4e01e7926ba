"""What is on record of what happened at a forum, and what rests on its day from elsewhere."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pamong.apps.forums.models import Forum, RollCallEntry


@dataclass(frozen=True, slots=True)
class Following:
    """Something that was done by ``day`` because of a forum, in words that name the day.

    Other apps know it (``duties.resting.what_rests_on``), so whoever changes a forum brings it
    along.
    """

    day: date
    words: str


def what_is_told(forum: Forum) -> list[str]:
    """Return what is on record of what happened at a forum: "daftar hadir", "2 arahan"."""
    told = []
    if RollCallEntry.objects.filter(invitation__forum=forum).exists():
        told.append(_("daftar hadir"))
    if number := forum.directives.count():
        told.append(ngettext("%d arahan", "%d arahan", number) % number)
    if number := forum.statements.count():
        told.append(ngettext("%d pernyataan", "%d pernyataan", number) % number)
    if forum.confidential.exists():
        told.append(_("pernyataan tanpa nama"))
    if number := forum.commitments.count():
        told.append(ngettext("%d komitmen", "%d komitmen", number) % number)
    return told
