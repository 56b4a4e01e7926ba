"""What services refuse, as problem documents: the sentence of the form, at its place."""

from collections.abc import Iterator
from contextlib import contextmanager

from pamong.api.problems import (
    ConflictError,
    NotHereError,
    NotReadableError,
    RefusedRequestError,
)
from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.refusals import RefusedError
from pamong.apps.kepegawaian.errors import (
    CodeTakenError,
    ColumnValueError,
    ElsewhereError,
    EntryMovedError,
    EntryNotFoundError,
    NotASpecimenError,
    NothingChangesError,
)


@contextmanager
def refused_at(place: str) -> Iterator[None]:
    """Turn what a service refuses into a problem; a column stands at ``place`` in the body."""
    try:
        yield
    except (ColumnValueError, ElsewhereError) as error:
        raise NotReadableError([(f"{place}.{error.column}", str(error))]) from error
    except NotASpecimenError as error:
        raise NotReadableError([(f"{place}.number", str(error))]) from error
    except ReasonMissingError as error:
        raise NotReadableError([("body.reason", str(error))]) from error
    except EntryNotFoundError as error:
        raise NotHereError(str(error)) from error
    except EntryMovedError as error:
        raise RefusedRequestError(412, str(error)) from error
    except (CodeTakenError, NothingChangesError, RefusedError) as error:
        raise ConflictError(error) from error
