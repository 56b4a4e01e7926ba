"""Cleaning the particulars of a forum that is corrected, and why one is called off."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pamong.apps.forums.by_hand import Somebody
from pamong.apps.forums.choices import FORUM_KINDS
from pamong.apps.forums.particulars import Particulars, format_hour
from pamong.apps.organisasi.choices import CAPACITIES
from pamong.kernel.day import format_day
from pamong.web.forum.forms import PEOPLE, HourField, ReasonForm, check_hours
from pamong.web.pejabat.fields import Choice, DayField, OptionalChoice, TextField


class CallOffForm(ReasonForm):
    """Why a forum will not be held, or will be after all; its page shows that."""

    reason = TextField(
        _("Alasan"),
        max_length=300,
        help_text=_("Satu kalimat. Ditunjukkan di halaman forum dan tersimpan di riwayatnya."),
    )


class CorrectionForm(ReasonForm):
    """When, where, of what kind, led by whom, on whose behalf; all as it should read."""

    title = TextField(_("Judul"), max_length=300)
    kind = Choice(_("Jenis forum"), FORUM_KINDS)
    day = DayField(_("Hari"), help_text=_("Misalnya 14/12/2026."))
    hour = HourField(_("Jam"), required=False, help_text=_("Misalnya 08.00."))
    end_hour = HourField(_("Jam selesai"), required=False, help_text=_("Misalnya 10.30."))
    place = TextField(_("Tempat"), max_length=300, required=False)
    chair = TextField(_("Pemimpin atau inspektur"), max_length=200, required=False)
    chair_office = TextField(_("Jabatannya"), max_length=200, required=False)
    chair_capacity = OptionalChoice(_("Kedudukannya"), CAPACITIES)
    behalf = TextField(
        _("Atas nama"),
        max_length=200,
        required=False,
        help_text=_("Jabatan yang sambutannya dibacakan. Kosongkan kalau memimpin sendiri."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["chair"].widget.attrs["list"] = PEOPLE

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        check_hours(self)
        if (cleaned.get("chair_office") or cleaned.get("behalf")) and not cleaned.get("chair"):
            self.add_error("chair", _("Isi nama pemimpinnya, atau kosongkan jabatannya."))
        if cleaned.get("chair_office") and not cleaned.get("chair_capacity"):
            self.add_error("chair_capacity", _("Pilih kedudukannya dalam jabatan itu."))
        return cleaned

    def particulars(self) -> Particulars:
        told = self.cleaned_data
        chair = Somebody(told["chair"], told["chair_office"], told["chair_capacity"])
        return Particulars(
            kind=told["kind"],
            title=told["title"],
            day=told["day"],
            hour=told["hour"],
            end_hour=told["end_hour"],
            place=told["place"],
            chair=chair if told["chair"] else None,
            behalf=told["behalf"],
        )


def initial_of(known: Particulars) -> dict[str, str]:
    """Return what the form holds before anything is corrected."""
    chair = known.chair or Somebody("")
    return {
        "title": known.title,
        "kind": known.kind,
        "day": format_day(known.day),
        "hour": format_hour(known.hour),
        "end_hour": format_hour(known.end_hour),
        "place": known.place,
        "chair": chair.name,
        "chair_office": chair.office,
        "chair_capacity": chair.capacity,
        "behalf": known.behalf,
    }
