"""What somebody heads by his tenures: whoever holds, or acts in, the office of its head."""

from datetime import date
from typing import TYPE_CHECKING

from pamong.apps.organisasi.models import JabatanHolding, JabatanKind

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda


def headed_by(
    person_id: int | None, pemda: "Pemda", *, day: date
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the OPDs and the units of ``pemda`` that somebody heads on ``day``.

    Acting heads (Plt, Plh, Pj, Pjs) head as others do, for the days of their tenure.
    """
    if person_id is None:
        return frozenset(), frozenset()
    heads = JabatanHolding.objects.on(day).filter(
        person=person_id,
        pemda=pemda,
        jabatan__kind=JabatanKind.KEPALA_OPD,
        jabatan__opd__isnull=False,
    )
    return frozenset(heads.values_list("jabatan__opd", flat=True)), frozenset()
