"""What pages that write an entry of a record share: what can be chosen, and how it is refused."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from django.forms import Form

from pamong.apps.kepegawaian.documents import papers_of
from pamong.apps.kepegawaian.ending import LaterRowError
from pamong.apps.kepegawaian.errors import (
    CodeTakenError,
    ColumnValueError,
    ElsewhereError,
    EntryMovedError,
    EntryNotFoundError,
    NothingChangesError,
)
from pamong.apps.kepegawaian.places import opds_on, units_on
from pamong.apps.kepegawaian.sections import Section
from pamong.web.pegawai.forms import Offers

if TYPE_CHECKING:
    from pamong.apps.kepegawaian.models import Pegawai
    from pamong.web.standpoint import Standpoint

Done = TypeVar("Done")
AT_FIELD = (ColumnValueError, ElsewhereError, LaterRowError)
ABOVE = (CodeTakenError, EntryMovedError, EntryNotFoundError, NothingChangesError)


def tried(form: Form, what: Callable[[], Done]) -> Done | None:
    """Do something; what is refused stands at its field, or above the form."""
    try:
        return what()
    except AT_FIELD as error:
        column = getattr(error, "column", None)
        form.add_error(column if column in form.fields else None, str(error))
    except ABOVE as error:
        form.add_error(None, str(error))
    return None


def offers_of(pegawai: "Pegawai", section: Section, *, here: "Standpoint") -> Offers:
    """Return what can be chosen in the columns of a section on the day of the page."""
    pemda, day = here.government, here.day
    columns = set(section.columns)
    units = units_on(pemda, day=day) if "unit" in columns else ()
    return Offers(
        opds=opds_on(pemda, day=day) if "opd" in columns else (),
        units=[(each.unit_id, f"{each.opd}: {each.nama}") for each in units],
        documents=papers_of(pegawai, day=day),
    )
