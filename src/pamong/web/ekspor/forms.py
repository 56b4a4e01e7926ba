"""What an export asks for: which layouts, of whom, as of which day, and why."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from pamong.apps.impor.exporting import FORMS, exportable
from pamong.apps.kepegawaian.choices import KINDS
from pamong.exchange.layout import layout
from pamong.kernel.day import format_day
from pamong.web.forum.forms import Ticks
from pamong.web.pejabat.fields import Choice, DayField, OptionalChoice, TextField

if TYPE_CHECKING:
    from pamong.web.pejabat.fields import Options
    from pamong.web.standpoint import Standpoint

SECOND_MAIN = "siasn-data-utama"
LONGEST_LIST = 400_000
WITHOUT_NUMBER = "non_asn"
"""Who has no NIP has no row in a layout of SIASN."""
ALL = ("", _("Semua"))


def _in_indonesian(title: str) -> SafeString:
    """Mark the name of a layout as what it is in every language of the page."""
    return format_html('<span lang="id">{}</span>', title)


class ExportForm(forms.Form):
    """One export of the government of ``here``."""

    layouts = Ticks(
        label=_("Tata letak"),
        help_text=_(
            "Judul kolomnya seperti ditulis SIASN. Data pegawai cukup satu di antara dua."
        ),
        error_messages={"required": _("Belum ada tata letak. Pilih sekurangnya satu.")},
    )
    form = Choice(_("Bentuk berkas"))
    day = DayField(_("Keadaan per tanggal"), help_text=_("Misalnya 1/7/2027."))
    known = DayField(
        _("Seperti diketahui pada"),
        required=False,
        help_text=_("Kosongkan untuk yang diketahui sekarang."),
    )
    opd = OptionalChoice(_("OPD"))
    kind = OptionalChoice(_("Status"))
    numbers = TextField(
        _("Hanya NIP ini"),
        required=False,
        max_length=LONGEST_LIST,
        widget=forms.Textarea(attrs={"rows": 4, "inputmode": "numeric"}),
        help_text=_("Satu NIP atau NI PPPK sebaris. Kosongkan untuk semua."),
    )
    reason = TextField(
        _("Keperluan"),
        max_length=300,
        help_text=_("Misalnya rekonsiliasi data dengan BKN. Dicatat bersama nama Anda."),
    )

    def __init__(self, *args: Any, here: "Standpoint", opds: "Options", **more: Any) -> None:
        names = exportable()
        first = [name for name in names if name != SECOND_MAIN]
        initial = {"layouts": first, "form": FORMS[0], "day": format_day(here.day)}
        more["initial"] = initial
        super().__init__(*args, **more)
        self.time_zone = ZoneInfo(here.government.time_zone)
        self._offer("layouts", [(name, _in_indonesian(layout(name).title)) for name in names])
        self._offer("form", [("xlsx", _("Excel (.xlsx)")), ("csv", _("CSV, titik koma (.csv)"))])
        self._offer("opd", [ALL, *opds])
        self._offer("kind", [ALL, *(each for each in KINDS if each[0] != WITHOUT_NUMBER)])

    def _offer(self, name: str, choices: "Options") -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(choices)

    @property
    def lines(self) -> Sequence[str]:
        """The numbers of the list, without what stands between their digits."""
        told = self.cleaned_data["numbers"].splitlines()
        return ["".join(filter(str.isdecimal, line)) for line in told if line.strip()]

    @property
    def known_on(self) -> datetime | None:
        """The end of the day as whose knowledge the record is asked for."""
        day = self.cleaned_data["known"]
        if day is None:
            return None
        return datetime.combine(day + timedelta(days=1), time.min, self.time_zone)
