"""Cleaning what is sent for an import: its files, what is sure of it, and why."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.files import NewFile
from pamong.apps.impor.covering import Complete, complete, offered
from pamong.apps.impor.errors import ChosenOtherwiseError, UnknownRiwayatError
from pamong.apps.impor.receiving import LARGEST
from pamong.kernel.number import format_number
from pamong.web.pejabat.fields import DayField, TextField
from pamong.web.susunan.forms import WHY

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import

MEGABYTE = 1_000_000
MOST_TOGETHER = 2 * LARGEST
"""Bytes of one upload; more would stand in memory at once."""
ACCEPT = ".xlsx,.xls,.ods,.csv,.zip"


class SeveralFiles(forms.ClearableFileInput):
    """A field for one file or more."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The files that were chosen, as a list; what is in them, the domain decides."""

    widget = SeveralFiles(attrs={"class": "form-control", "accept": ACCEPT, "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        files = data if isinstance(data, Sequence) else [data] if data else []
        if not files:
            super().clean(None, initial)
        for file in files:
            _refuse_large(file.name or "", file.size or 0, LARGEST)
        together = sum(file.size or 0 for file in files)
        _refuse_large(gettext("Semua berkas bersama"), together, MOST_TOGETHER)
        return list(files)


class UploadForm(forms.Form):
    """New files, and what they are."""

    tables = FilesField(
        label=_("Berkas"),
        allow_empty_file=True,
        help_text=_(
            "xlsx, xls, ods, csv, atau zip; semua berkas dari satu unduhan sekaligus. "
            "Tiap berkas sampai 200 MB."
        ),
        error_messages={"required": _("Belum ada berkas. Pilih satu berkas tabel atau lebih.")},
    )
    reason = TextField(
        _("Keterangan"),
        max_length=300,
        help_text=_("Misalnya Unduhan SIASN November 2026. Tersimpan bersama nama Anda."),
    )

    def new_files(self) -> list[NewFile]:
        """Return the files as the domain takes them."""
        return [
            NewFile((file.name or "")[-200:], file.read()) for file in self.cleaned_data["tables"]
        ]


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)


class AcceptForm(ReasonForm):
    """What somebody is sure of when he accepts a preview."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, batch: "Import", data: Mapping[str, Any] | None) -> None:
        """Ask for each history of the files from when on they hold it whole."""
        self.batch = batch
        super().__init__(data, initial={"seen": told_counts(batch.chosen_counts)})
        for riwayat in offered(batch):
            self.fields[f"sejak_{riwayat.value}"] = DayField(
                _("%s lengkap sejak") % str(riwayat.label).capitalize(),
                required=False,
                help_text=_("Misalnya 1/1/2015; kosongkan bila tidak yakin."),
            )
        if batch.other_instansi:
            self.fields["is_sure"] = forms.BooleanField(
                label=_("Baris yang menyebut instansi lain memang milik daerah ini"),
                required=False,
            )
        self.order_fields(["reason", "is_sure"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned["complete"] = found = []
        for name, since in list(cleaned.items()):
            riwayat = name.removeprefix("sejak_")
            if riwayat == name or not isinstance(since, date):
                continue
            try:
                found.append(complete(riwayat, since, self.batch))
            except UnknownRiwayatError as error:
                self.add_error(name, str(error))
        return cleaned

    def told(self) -> tuple[list[Complete], bool, dict[str, dict[str, int]]]:
        """Return what is whole, whether another government's name is right, what was seen."""
        cleaned = self.cleaned_data
        return cleaned["complete"], bool(cleaned.get("is_sure")), _counts(cleaned["seen"])


def told_counts(counts: Mapping[str, Mapping[str, int]]) -> str:
    """Return counts as a page carries them along."""
    return json.dumps(counts, sort_keys=True)


def _counts(text: str) -> dict[str, dict[str, int]]:
    """Read what a page carried along.

    Raises:
        ChosenOtherwiseError: it is nothing that a page carries.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise ChosenOtherwiseError from error
    if not isinstance(found, dict):
        raise ChosenOtherwiseError
    return found


def _refuse_large(name: str, size: int, most: int) -> None:
    if size > most:
        raise forms.ValidationError(
            gettext("%(name)s %(size)s MB, lebih dari %(most)s MB. Bagi per OPD.")
            % {
                "name": name,
                "size": format_number(size // MEGABYTE),
                "most": format_number(most // MEGABYTE),
            }
        )
