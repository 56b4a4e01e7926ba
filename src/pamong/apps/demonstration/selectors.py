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

    The leading offices stand there also where nothing is known of them, for each government of
    which something is known by that day or waits in a draft.
    """
    return [row for day in days for pemda in resident_pemda() for row in _rows(pemda, day)]


def _rows(pemda: Pemda, day: date) -> list[TableRow]:
    answers = who(pemda, day=day)
    waiting = _waiting(pemda, day)
    if not waiting and not any(answer.holder or answer.last_known for answer in answers):
        return []
    return [_row(day, pemda, answer, waiting.get(answer.office, [])) for answer in answers]


def _row(day: date, pemda: Pemda, answer: OfficeAnswer, waiting: list[str]) -> TableRow:
    holder, leave, acting = answer.holder, answer.leave, answer.acting
    remarks = list(answer.notes) if holder else []
    if leave:
        remarks.insert(0, f"{leave.label.capitalize()}, {leave.days}, {leave.source.sentence}.")
    if acting:
        remarks.append(f"Melaksanakan tugas: {acting.describe()}.")
    if answer.last_known:
        remarks.append(f"Terakhir diketahui: {answer.last_known.describe()}.")
    return TableRow(
        day=day,
        pemda=pemda.nama,
        office=answer.office,
        holder=", ".join(filter(None, [holder.name_and_capacity, holder.days]))
        if holder
        else "belum tercatat",
        basis=holder.source.sentence if holder else "–",
        remark=" ".join([*remarks, *waiting]),
    )


def _waiting(pemda: Pemda, day: date) -> dict[str, list[str]]:
    """Return what open drafts say of ``day``, by office: proposals, and no record yet."""
    drafts = ReadingDraft.objects.filter(pemda=pemda, status=DraftStatus.OPEN)
    said: dict[str, list[str]] = {}
    for draft in drafts.select_related("document").order_by("id"):
        for row in draft.content["attestations"]:
            if (row["day"] or draft.content["date"]) == day.isoformat():
                said.setdefault(row["office"], []).append(
                    f"Menunggu ditinjau: draf {draft.document} menyebut {row['name']} sebagai "
                    f"{row['capacity']} {row['office']}."
                )
    return said
