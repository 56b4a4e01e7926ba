"""Exports as acts: asked for with a reason, made at once or by the worker, and gone in a week."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.looking import Seen, keep_look
from pamong.apps.accounts.models import LookWay
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.impor.export_errors import (
    ExportGoneError,
    ExportNotFoundError,
    NobodyToExportError,
)
from pamong.apps.impor.export_models import ExportPiece, ExportStep, RegistryExport
from pamong.apps.impor.exporting import Exported, Wanted, check_layouts, export
from pamong.apps.impor.exporting_reading import Moment
from pamong.apps.impor.exporting_scope import Scope, people_of, seen_by
from pamong.apps.organisasi.models import Pemda
from pamong.exchange.writing import TooManyRecordsError

MAKE = "impor.make_export"
AT_ONCE = 2_000
"""Up to so many people times layouts an export is made while its asker waits: two seconds."""
PIECE = 1_000_000
KEPT = timedelta(days=7)
SHOWN = 20
PAGE = "ekspor:ask"


@dataclass(frozen=True, slots=True)
class NewExport:
    """What is asked for; ``about`` says in words which people they are."""

    pemda: Pemda
    scope: Scope
    day: date
    layouts: tuple[str, ...]
    form: str
    about: str
    known_on: datetime | None = None


def begin_export(
    *, new: NewExport, access: Access | None, at: datetime, actor: Actor, reason: str
) -> RegistryExport:
    """Keep who asks for what and why; a large export is left to the worker.

    Whoever gets it back in the step ``MAKING`` with ``is_at_once`` makes it himself.

    Raises:
        LayoutsError: no layout, or one that no record is written to.
        NobodyToExportError: nobody is within what is asked for.
        ReasonMissingError: no reason is given.
    """
    check_layouts(new.layouts)
    people = people_of(new.pemda, new.scope, day=new.day, access=access)
    with act("impor.begin_export", actor=actor, reason=reason), refusals():
        row = RegistryExport.objects.create(
            pemda=new.pemda,
            day=new.day,
            known_on=new.known_on,
            layouts=list(new.layouts),
            form=new.form,
            scope=new.scope.to_json(),
            about=new.about[:300],
            actor=actor.label,
            user_id=actor.user_id,
            reason=reason.strip(),
            asked_at=at,
            people=len(people),
        )
        if access is not None and not is_at_once(row):
            later = app.configure_task(MAKE, lock=f"ekspor-{new.pemda.pk}")
            later.defer(export_id=row.pk)
    return row


def is_at_once(row: RegistryExport) -> bool:
    """Tell whether an export is small enough to be made while its asker waits."""
    return row.people * len(row.layouts) <= AT_ONCE


def write_export(
    row: RegistryExport, folder: Path, *, access: Access | None, at: datetime
) -> Exported:
    """Write the file of an export into ``folder``, and keep whose data went out.

    Raises:
        NobodyToExportError: nobody is left of whom it was asked for.
        TooManyRecordsError: a layout has more rows than a sheet holds.
    """
    scope = Scope.from_json(row.scope)
    wanted = Wanted(
        row.pemda,
        people_of(row.pemda, scope, day=row.day, access=access),
        Moment(row.day, row.known_on),
        tuple(row.layouts),
        row.form,
        row.about,
        seen_by(access, row.pemda, day=row.day),
    )
    name = f"ekspor-{row.pemda.slug}-{row.day.isoformat()}"
    return export(wanted, folder, name=name, told=_looks(row, access, at))


def make_export(row: RegistryExport, *, access: Access, at: datetime) -> None:
    """Make an export that was left to the worker; nothing is done where it is over."""
    if row.step != ExportStep.MAKING:
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            made = write_export(row, Path(folder), access=access, at=at)
        except (NobodyToExportError, TooManyRecordsError) as error:
            _end(row, ExportStep.FAILED, problem=str(error))
            return
        with transaction.atomic():
            row.pieces.all().delete()
            for number, content in enumerate(_pieces(made.path)):
                ExportPiece.objects.create(export=row, number=number, content=content)
            _end(row, ExportStep.READY, made)


def was_sent(row: RegistryExport, made: Exported) -> None:
    """Keep that a file went straight to whoever asked for it."""
    _end(row, ExportStep.SENT, made)


def exports_of(pemda: Pemda, user_id: int | None) -> list[RegistryExport]:
    """Return what a user exported of a government, the latest first."""
    rows = RegistryExport.objects.filter(pemda=pemda, user_id=user_id)
    return list(rows.order_by("-pk")[:SHOWN])


def get_file(
    pemda: Pemda, public_id: UUID, *, user_id: int | None
) -> tuple[RegistryExport, Iterator[bytes]]:
    """Return an export with the pieces of its file; only whoever asked for it gets it.

    Raises:
        ExportNotFoundError: there is none of that address of his.
        ExportGoneError: its file is not there yet, or no longer.
    """
    rows = RegistryExport.objects.filter(pemda=pemda, public_id=public_id)
    row = rows.exclude(user_id=None).filter(user_id=user_id).first()
    if row is None:
        raise ExportNotFoundError
    if row.step != ExportStep.READY:
        raise ExportGoneError(row.get_step_display())
    return row, _content(row)


def forget_old_exports(*, at: datetime, actor: Actor) -> int:
    """Delete the files of exports that are a week old; who asked for what and why stays."""
    old = RegistryExport.objects.filter(step=ExportStep.READY, asked_at__lt=at - KEPT)
    count = 0
    for row in old:
        with act("impor.forget_export", actor=actor, reason="berkas ekspor disimpan tujuh hari"):
            row.pieces.all().delete()
            row.step = ExportStep.GONE
            row.save(update_fields=["step"])
        count += 1
    return count


def _end(
    row: RegistryExport, step: ExportStep, made: Exported | None = None, *, problem: str = ""
) -> None:
    actor = Actor(row.actor, row.user_id)
    with act("impor.end_export", actor=actor, reason=row.reason), refusals():
        row.step, row.problem = step, problem[:500]
        if made is not None:
            row.rows, row.notes = made.rows, made.notes
            row.name, row.media_type = made.path.name, made.media_type
            row.size = made.path.stat().st_size
        row.save()


def _looks(
    row: RegistryExport, access: Access | None, at: datetime
) -> Callable[[Sequence[int]], None]:
    """Return what keeps whose data went out: one look of each person, for all layouts."""

    def keep(persons: Sequence[int]) -> None:
        if access is not None:
            seen = Seen((SECTION,), LookWay.EXPORT, PAGE)
            keep_look(access, row.pemda, persons, seen, at=at)

    return keep


SECTION = "seluruh catatan"
"""Under which name a look is kept that is of a whole record."""


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while content := file.read(PIECE):
            yield content


def _content(row: RegistryExport) -> Iterator[bytes]:
    numbers = row.pieces.order_by("number").values_list("pk", flat=True)
    for pk in list(numbers):
        yield bytes(ExportPiece.objects.values_list("content", flat=True).get(pk=pk))
