"""Cleaning what is set of a directive: all problems at once, each at its field."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.files import NewFile
from pamong.apps.forums.asking_lists import NewColumn, NewList
from pamong.apps.forums.cells import choices_of, shown
from pamong.apps.forums.choices import COLUMN_KINDS
from pamong.apps.forums.repeats import Likeness
from pamong.apps.forums.settling import NewAnswer
from pamong.kernel.day import format_day
from pamong.web.forum.forms import AREA, ReasonForm, Ticks, lines, offer, ticks
from pamong.web.pejabat.fields import Choice, DayField, OptionalChoice, TextField

if TYPE_CHECKING:
    from pamong.apps.forums.models import ListColumn
    from pamong.apps.organisasi.models import Opd

COLUMNS_OFFERED = 6


class TermForm(ReasonForm):
    """The last day of a directive; empty takes it away."""

    due_on = DayField(
        _("Tenggat"),
        required=False,
        help_text=_("Hari itu masih dihitung. Kosongkan untuk menghapus tenggat."),
    )


class UnitsForm(ReasonForm):
    """The OPD that leads, and those that support."""

    lead = OptionalChoice(_("OPD utama"))
    supporting = Ticks(label=_("OPD pendukung"), required=False)

    def __init__(self, *args: Any, opds: "Iterable[Opd]", **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_id = {str(row.pk): row for row in opds}
        names = [(key, row.nama) for key, row in self.by_id.items()]
        offer(self, "lead", names)
        ticks(self, "supporting", names)

    def chosen(self) -> "tuple[Opd | None, list[Opd]]":
        told = self.cleaned_data
        return self.by_id.get(told["lead"]), [self.by_id[key] for key in told["supporting"]]


class AddresseesForm(ReasonForm):
    """Whom a directive addresses, one a line."""

    to = TextField(
        _("Kepada"),
        widget=AREA,
        help_text=_(
            "Satu penerima tiap baris: nama OPD, semua OPD, pejabat eselon III, ASN, instansi, "
            "atau kabupaten/kota."
        ),
    )

    def texts(self) -> list[str]:
        return [line[:200] for line in lines(self.cleaned_data["to"])]


class RepeatForm(ReasonForm):
    """Which earlier directive is asked again, or none."""

    earlier = forms.ChoiceField(
        label=_("Mengulang arahan"),
        required=False,
        widget=forms.RadioSelect(attrs={"class": "ticks"}),
    )

    def __init__(self, *args: Any, likenesses: Iterable[Likeness], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["earlier"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                ("", _("Tidak mengulang arahan yang tercatat")),
                *((str(row.asked.public_id), told_of(row)) for row in likenesses),
            ]


class AnswerForm(ReasonForm):
    """What a body answered, with its letter or decree."""

    body = TextField(_("Yang menjawab"), max_length=200)
    answered_on = DayField(_("Dijawab pada"))
    letter_number = TextField(_("Nomor surat"), max_length=120, required=False)
    words = TextField(_("Isi jawaban"), max_length=4000, widget=AREA)
    file = forms.FileField(
        label=_("Berkas"),
        required=False,
        widget=forms.FileInput(attrs={"class": "form-control"}),
        help_text=_("PDF, gambar, atau dokumen; paling besar 10 MB."),
    )

    def answer(self) -> NewAnswer:
        told = self.cleaned_data
        upload = told["file"]
        return NewAnswer(
            body=told["body"],
            answered_on=told["answered_on"],
            words=told["words"],
            letter_number=told["letter_number"],
            file=NewFile(upload.name, upload.read()) if upload else None,
        )


class ListForm(ReasonForm):
    """The table that is asked for: some columns, each with a name and a kind."""

    title = TextField(_("Judul tabel"), max_length=200)
    note = TextField(_("Petunjuk pengisian"), required=False, widget=AREA, max_length=2000)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        reason = self.fields.pop("reason")
        for number in range(1, COLUMNS_OFFERED + 1):
            told = {"number": number}
            self.fields[f"name-{number}"] = TextField(
                _("Kolom %(number)d") % told, max_length=80, required=number == 1
            )
            kind = Choice(_("Isi kolom %(number)d") % told, COLUMN_KINDS)
            kind.required, kind.initial = False, COLUMN_KINDS[0][0]
            kind.choices = list(COLUMN_KINDS)
            self.fields[f"kind-{number}"] = kind
            self.fields[f"choices-{number}"] = TextField(
                _("Pilihan kolom %(number)d") % told,
                required=False,
                help_text=_("Untuk jenis pilihan, dipisahkan titik koma."),
                max_length=500,
            )
            self.fields[f"required-{number}"] = forms.BooleanField(
                label=_("Kolom %(number)d wajib diisi") % told, required=False
            )
        self.fields["reason"] = reason

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        names: set[str] = set()
        for number in range(1, COLUMNS_OFFERED + 1):
            name = str(cleaned.get(f"name-{number}") or "")
            if name.casefold() in names:
                self.add_error(f"name-{number}", _("Nama kolom ini sudah dipakai."))
            names |= {name.casefold()} if name else set()
            is_choice = cleaned.get(f"kind-{number}") == "pilihan"
            if name and is_choice and not cleaned.get(f"choices-{number}"):
                self.add_error(f"choices-{number}", _("Tulis pilihannya."))
        return cleaned

    def table(self) -> NewList:
        told = self.cleaned_data
        return NewList(
            title=told["title"],
            note=told["note"],
            columns=[
                NewColumn(
                    name=told[f"name-{number}"],
                    kind=told[f"kind-{number}"] or COLUMN_KINDS[0][0],
                    is_required=told[f"required-{number}"],
                    choices=self._choices(number),
                )
                for number in range(1, COLUMNS_OFFERED + 1)
                if told[f"name-{number}"]
            ],
        )

    def _choices(self, number: int) -> str:
        if self.cleaned_data[f"kind-{number}"] != "pilihan":
            return ""
        parts = self.cleaned_data[f"choices-{number}"].split(";")
        return "\n".join(part.strip() for part in parts if part.strip())


class PasteForm(forms.Form):
    """Rows from a spreadsheet, cells between tabs."""

    rows = forms.CharField(
        label=_("Baris dari lembar kerja"),
        required=False,
        strip=False,
        max_length=1_000_000,
        widget=forms.Textarea(
            attrs={"rows": 8, "class": "form-control paste", "spellcheck": "false"}
        ),
        help_text=_(
            "Salin selnya di lembar kerja, lalu tempel di sini. Satu baris untuk satu baris; "
            "antarkolom dipisahkan tab. Yang tersimpan menjadi persis seperti isi kotak ini."
        ),
    )


class RowForm(forms.Form):
    """One row, a field a column."""

    def __init__(self, *args: Any, columns: "Sequence[ListColumn]", **more: Any) -> None:
        super().__init__(*args, **more)
        self.columns = columns
        for column in columns:
            field: forms.Field
            if column.kind == "pilihan":
                field = OptionalChoice(column.name, [(text, text) for text in choices_of(column)])
            else:
                field = TextField(
                    column.name, required=False, help_text=HINTS.get(column.kind, "")
                )
            self.fields[f"k{column.position}"] = field

    def cells(self) -> list[str]:
        return [str(self.cleaned_data[f"k{column.position}"]) for column in self.columns]


class CompleteForm(forms.Form):
    """That nothing is missing; a table without rows needs a reason."""

    reason = TextField(_("Alasan, kalau tabelnya kosong"), required=False, max_length=300)


HINTS = {"angka": _("Misalnya 1.234,5."), "tanggal": _("Misalnya 18/3/2019.")}


def told_of(row: Likeness) -> str:
    """Say an earlier directive in one line, with its day and source."""
    asked = row.asked
    gist = asked.gist[:1].upper() + asked.gist[1:]
    return f"{gist} ({format_day(asked.day)}, {asked.source})"


def as_paste(rows: Sequence[Sequence[str]], columns: "Sequence[ListColumn]") -> str:
    """Return rows as they are pasted, so that a box with all of them can be edited."""
    return "\n".join(
        "\t".join(shown(cell, column) for cell, column in zip(row, columns, strict=True))
        for row in rows
    )
