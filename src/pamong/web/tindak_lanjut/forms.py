"""Cleaning what somebody fills in for one step; each step has the fields that it needs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.files import NewFile
from pamong.apps.duties.life import StepKind
from pamong.apps.duties.services import Report
from pamong.kernel.day import format_day
from pamong.web.pejabat.fields import Choice, DayField, TextField

if TYPE_CHECKING:
    from pamong.apps.forums.models import Forum

MAX_FILES = 10
TOO_LARGE = 20_000_001
"""One byte more than is kept: enough to be refused with a sentence, never all of a huge file."""

_is_address = URLValidator(schemes=["http", "https"])


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class NoteForm(forms.Form):
    """A step that may bear a note."""

    note = TextField(_("Catatan, kalau ada"), required=False, max_length=2000, widget=_area(2))


class ReasonForm(forms.Form):
    """A step that needs a reason, or says what was checked."""

    note = TextField(_("Alasan"), max_length=2000, widget=_area(3))


class CheckForm(forms.Form):
    """Closing: what was checked, and with what result."""

    note = TextField(
        _("Catatan pemeriksaan"),
        max_length=2000,
        widget=_area(3),
        help_text=_("Apa yang diperiksa, dan hasilnya."),
    )


class DelegateForm(NoteForm):
    """To whom the OPD hands it on."""

    field_order = ("to", "note")
    to = TextField(
        _("Didelegasikan kepada"),
        max_length=200,
        help_text=_("Jabatan atau orang di OPD ini, misalnya Kepala Bidang Pelayanan."),
    )


class ProlongForm(ReasonForm):
    """The later term that is asked for."""

    field_order = ("until", "note")
    until = DayField(_("Tenggat yang diminta"), help_text=_("Misalnya 18/3/2027."))


class EvaluateForm(forms.Form):
    """What a forum found."""

    forum = Choice(_("Forum"))
    note = TextField(_("Catatan evaluasi"), max_length=2000, widget=_area(3))

    def offer(self, forums: "Sequence[Forum]") -> None:
        """Set the forums that can be chosen."""
        self.by_id = {str(forum.public_id): forum for forum in forums}
        field = self.fields["forum"]
        if isinstance(field, Choice):
            field.offer(
                [
                    (key, f"{forum.title}, {format_day(forum.day)}")
                    for key, forum in self.by_id.items()
                ]
            )

    def chosen(self) -> "Forum":
        """Return the forum that was chosen."""
        return self.by_id[self.cleaned_data["forum"]]


class FilesInput(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True

    def value_from_datadict(self, _data: Any, files: Any, name: str) -> "list[UploadedFile[Any]]":
        return files.getlist(name) if hasattr(files, "getlist") else []


class FilesField(forms.FileField):
    """Up to ten files."""

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        files = [super(FilesField, self).clean(each, initial) for each in data or []]
        if len(files) > MAX_FILES:
            raise ValidationError(
                gettext("Paling banyak %d berkas sekaligus. Gabungkan sebagian.") % MAX_FILES
            )
        return files


class ReportForm(forms.Form):
    """What was done: in words, by files, by addresses; one of them is enough."""

    text = TextField(_("Yang dikerjakan"), required=False, max_length=4000, widget=_area(4))
    attachments = FilesField(
        label=_("Berkas bukti"),
        required=False,
        allow_empty_file=True,
        widget=FilesInput(attrs={"class": "form-control"}),
        help_text=_(
            "PDF, gambar, DOCX, XLSX, ODT, ODS, CSV, HTML atau teks; masing-masing 20 MB."
        ),
    )
    addresses = TextField(
        _("Alamat bukti di internet"),
        required=False,
        max_length=4000,
        widget=_area(2),
        help_text=_("Satu alamat setiap baris."),
    )

    def clean_addresses(self) -> tuple[str, ...]:
        told = tuple(self.cleaned_data["addresses"].split())
        for address in told:
            try:
                _is_address(address)
            except ValidationError as error:
                raise ValidationError(
                    gettext('"%s" bukan alamat. Tulis lengkap, mulai dengan https://') % address
                ) from error
        return told

    def report(self) -> Report:
        """Return the report as the domain takes it."""
        told = self.cleaned_data
        files = tuple(NewFile(file.name, file.read(TOO_LARGE)) for file in told["attachments"])
        return Report(told["text"], files, told["addresses"])


FORMS: dict[StepKind, type[forms.Form]] = {
    StepKind.ACCEPTED: NoteForm,
    StepKind.DELEGATED: DelegateForm,
    StepKind.REPORTED: ReportForm,
    StepKind.RETURNED: ReasonForm,
    StepKind.PROLONG_ASKED: ProlongForm,
    StepKind.PROLONG_GRANTED: NoteForm,
    StepKind.PROLONG_REFUSED: ReasonForm,
    StepKind.CANNOT_SAID: ReasonForm,
    StepKind.CANNOT_ACCEPTED: CheckForm,
    StepKind.CANNOT_REFUSED: ReasonForm,
    StepKind.DECLINED: ReasonForm,
    StepKind.CLOSED: CheckForm,
    StepKind.EVALUATED: EvaluateForm,
}
