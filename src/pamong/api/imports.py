"""Bringing in data from files: upload, preview with its doubts, acceptance, and taking it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import File, Form, Router, UploadedFile

from pamong.api.bearer import Request, place
from pamong.api.import_schemas import (
    Acceptance,
    Accepted,
    Columns,
    Doubts,
    ImportListed,
    Imports,
    ImportTold,
    Undoing,
    Undone,
)
from pamong.api.import_telling import tell_doubt, tell_ends, tell_import, tell_undone
from pamong.api.once import Made
from pamong.api.operations import reads, writes
from pamong.api.parameters import Code, Number, Plan, Sentence
from pamong.api.problems import ConflictError, NotAllowedError, NotHereError, NotReadableError
from pamong.apps.accounts.models import TokenScope
from pamong.apps.accounts.record_access import class_missing
from pamong.apps.accounts.seeing import EVERY_CLASS, SEES
from pamong.apps.core.files import NewFile
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.trying import tried
from pamong.apps.impor.choosing import Choice, count
from pamong.apps.impor.errors import (
    ChosenOtherwiseError,
    ImportFileError,
    ImportNotFoundError,
    NoFilesError,
    NothingTakenError,
    OtherGovernmentError,
    WrongStepError,
)
from pamong.apps.impor.policies import can_import
from pamong.apps.impor.receiving import LARGEST
from pamong.apps.impor.selectors import doubts, get_import, imports_of
from pamong.apps.impor.services import accept, begin_import, match_columns, undo_import
from pamong.apps.impor.told import EVERYTHING, told_doubts
from pamong.exchange.matching import Matching, MatchingError

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import
    from pamong.apps.organisasi.models import Pemda

router = Router(tags=["impor"])
SCOPE = TokenScope.WRITE_IMPOR
ALL = "/governments/{slug:government}/imports"
ONE = ALL + "/{uuid:batch}"
IN_A_STEP = 50
CONTRADICTED = (
    ChosenOtherwiseError,
    NothingTakenError,
    OtherGovernmentError,
    RefusedError,
    WrongStepError,
)
STATES = {"new": 0, "changed": 1}
Done = TypeVar("Done")


@reads(router, ALL, Imports, scope=SCOPE, title=_("Impor terakhir"))
def list_imports(request: Request, government: str) -> Imports:
    """Return the last fifty imports."""
    pemda = _who_imports(request, government)
    return Imports(
        items=[
            ImportListed(id=each.public_id, step=each.step, day=each.day, reason=each.reason)
            for each in imports_of(pemda)
        ]
    )


@writes(router, ALL, ImportTold, scope=SCOPE, title=_("Mengunggah berkas impor"), status=201)
def begin(
    request: Request,
    government: str,
    file: Annotated[list[UploadedFile], File(max_length=100)],
    reason: Annotated[Sentence, Form()],
) -> Made:
    """Keep the files; the preview is made in the background."""
    pemda = _who_imports(request, government)
    if any((each.size or 0) > LARGEST for each in file):
        raise NotReadableError([("body.file", gettext("lebih besar dari 200 MB"))])

    def do() -> "Import":
        return begin_import(
            pemda=pemda,
            files=[NewFile(each.name or "", each.read()) for each in file],
            day=request.auth.today,
            actor=request.auth.actor,
            reason=reason,
        )

    batch = _or_refused(do)
    headers = {"Location": f"{request.path}/{batch.public_id}"}
    return Made(tell_import(get_import(pemda, str(batch.public_id))), 201, headers)


@reads(router, ONE, ImportTold, scope=SCOPE, title=_("Satu impor dan keadaannya"))
def get_one_import(request: Request, government: str, batch: UUID) -> ImportTold:
    """Return how far an import is, with its counts and kinds of doubt."""
    pemda = _who_imports(request, government)
    return tell_import(_named(pemda, batch))


@reads(router, f"{ONE}/doubts", Doubts, scope=SCOPE, title=_("Keraguan sebuah impor"))
def list_doubts(
    request: Request, government: str, batch: UUID, *, code: Code = "", page: Number = 1
) -> Doubts:
    """Return one page of what is wrong or doubtful in the files."""
    pemda = _who_imports(request, government)
    found = _named(pemda, batch)
    rows = doubts(pemda, found, code=code, start=(page - 1) * IN_A_STEP, size=IN_A_STEP)
    # Whoever imports by the API sees every class of fields: _who_imports demands it.
    return Doubts(
        page=page, items=[tell_doubt(told) for told in told_doubts(found, rows, EVERYTHING)]
    )


@writes(
    router, f"{ONE}/columns", ImportTold, scope=SCOPE, title=_("Mencocokkan kolom"), status=202
)
def match(request: Request, government: str, batch: UUID, matched: Columns, plan: Plan) -> Made:
    """Say which column each heading of a sheet is; the sheet is read anew by it."""
    pemda = _who_imports(request, government)
    found = _named(pemda, batch)
    matching = Matching(matched.layout, matched.fingerprint, matched.columns)

    def do() -> None:
        match_columns(
            batch=found, matching=matching, actor=request.auth.actor, reason=matched.reason
        )

    _or_refused(lambda: tried(do) if plan else do())
    return Made(tell_import(_named(pemda, batch)), 200 if plan else 202)


@writes(
    router, f"{ONE}/acceptance", Accepted, scope=SCOPE, title=_("Menerima pratinjau"), status=202
)
def accept_preview(
    request: Request, government: str, batch: UUID, acceptance: Acceptance, plan: Plan
) -> Made:
    """Accept what is chosen of a preview; it is written in the background, all or nothing."""
    pemda = _who_imports(request, government)
    found, choice = _named(pemda, batch), _choice(acceptance)

    def do() -> None:
        accept(
            batch=found,
            choice=choice,
            is_sure=acceptance.is_sure,
            actor=request.auth.actor,
            reason=acceptance.reason,
        )

    employments = tell_ends(found, choice)
    _or_refused(lambda: tried(do) if plan else do())
    told = Accepted(
        is_done=not plan,
        step=_named(pemda, batch).step,
        counts=count(found, choice),
        employments=employments,
    )
    return Made(told, 200 if plan else 202)


@writes(router, f"{ONE}/undoing", Undone, scope=SCOPE, title=_("Membatalkan impor"), status=202)
def take_back(
    request: Request, government: str, batch: UUID, undoing: Undoing, plan: Plan
) -> Made:
    """Take back what an import wrote, in the background; what was edited since stays."""
    pemda = _who_imports(request, government)
    found = _named(pemda, batch)

    def do() -> None:
        undo_import(batch=found, actor=request.auth.actor, reason=undoing.reason)

    _or_refused(lambda: tried(do) if plan else do())
    told = tell_undone(_named(pemda, batch), is_done=not plan)
    return Made(told, 200 if plan else 202)


def _who_imports(request: Request, government: str) -> "Pemda":
    """Return the government, for whoever may bring in data there and sees all that files tell.

    Raises:
        NotHereError: the token is of another one.
        NotAllowedError: the role brings nothing in, or the token does not see a class of fields.
    """
    pemda, access = place(request, government), request.auth.access
    if not can_import(access, pemda):
        raise NotAllowedError
    role = access.grants[0].role
    seen = [each for each in SEES[role] if access.may_show(each)]
    missing = class_missing(seen, EVERY_CLASS)
    if missing:
        names = ", ".join(str(each.label) for each in missing)
        told = gettext("Berkas impor memuat isian yang tertutup bagi token ini: %s.") % names
        raise NotAllowedError(told)
    return pemda


def _named(pemda: "Pemda", batch: UUID) -> "Import":
    try:
        return get_import(pemda, str(batch))
    except ImportNotFoundError as error:
        raise NotHereError(str(error)) from error


def _or_refused(do: Callable[[], Done]) -> Done:
    try:
        return do()
    except (ImportFileError, NoFilesError) as error:
        raise NotReadableError([("body.file", str(error))]) from error
    except MatchingError as error:
        raise NotReadableError([("body.columns", str(error))]) from error
    except CONTRADICTED as error:
        raise ConflictError(error) from error


def _choice(told: Acceptance) -> Choice:
    unknown = [each for each in told.states_left if each not in STATES]
    if unknown:
        raise NotReadableError([("body.states_left", gettext("pilih new atau changed"))])
    return Choice(
        sections_left=told.sections_left,
        states_left=[STATES[each] for each in told.states_left],
        people_left=told.people_left,
        rows_left=told.rows_left,
        codes_taken=told.doubts_taken,
    )
