"""The table that ``script/demo --no-serve`` prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pamong.apps.forums.models import DraftStatus, ReadingDraft
from pamong.apps.organisasi.answers import OfficeAnswer
from pamong.apps.organisasi.as_of import who
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.selectors import resident_pemda

DAYS = (date(2019, 1, 15), date(2019, 3, 1), date(2020, 10, 1), date(2024, 9, 25))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One office of one government on one day."""

    day: date
    pemda: str
    office: str
    holder: str
    basis: str
    remark: str


def table(days: Iterable[date] = DAYS) -> list[TableRow]:
    """Return who held which office on ``days``, on what basis, and what is not recorded.

    Offices of which nothing is known stand there too, where they lead a government of which
    something is known on that day or waits in a draft.
    """
    rows = []
    for day in days:
        for pemda in resident_pemda():
            answers = who(pemda, day=day)
            waiting = _waiting(pemda, day)
            if waiting or any(answer.holder or answer.last_known for answer in answers):
                rows += [_row(day, pemda, answer) for answer in answers]
                rows += waiting
    return rows


def _row(day: date, pemda: Pemda, answer: OfficeAnswer) -> TableRow:
    holder = answer.holder
    remarks = list(answer.notes)
    if answer.leave:
        leave = answer.leave
        remarks.insert(0, f"{leave.label.capitalize()}, {leave.days}, {leave.source.sentence}.")
    if answer.acting:
        remarks.append(f"Melaksanakan tugas: {answer.acting.describe()}.")
    if answer.last_known:
        remarks.append(f"Terakhir diketahui: {answer.last_known.describe()}.")
    return TableRow(
        day=day,
        pemda=pemda.nama,
        office=answer.office,
        holder=f"{holder.person} ({holder.capacity.label})" if holder else "belum tercatat",
        basis=holder.source.sentence if holder else "–",
        remark=" ".join(remarks),
    )


def _waiting(pemda: Pemda, day: date) -> list[TableRow]:
    """Return what open drafts say of ``day``: proposals, and no record yet."""
    drafts = ReadingDraft.objects.filter(pemda=pemda, status=DraftStatus.OPEN)
    return [
        TableRow(
            day=day,
            pemda=pemda.nama,
            office=row["office"],
            holder="belum tercatat",
            basis="–",
            remark=f"Menunggu ditinjau: draf {draft.document} menyebut {row['name']} sebagai "
            f"{row['capacity']} {row['office']}.",
        )
        for draft in drafts.select_related("document").order_by("id")
        for row in draft.content["attestations"]
        if (row["day"] or draft.content["date"]) == day.isoformat()
    ]
