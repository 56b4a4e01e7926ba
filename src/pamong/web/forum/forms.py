"""Cleaning what is written down of a forum by hand: all problems at once, each at its field."""

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.forums.by_hand import NewDirective, Somebody
from pamong.apps.forums.choices import FORUM_KINDS, SETTINGS, TOPICS
from pamong.apps.forums.recurrence import Rule, read_rule
from pamong.apps.organisasi.choices import CAPACITIES
from pamong.kernel.day import WEEKDAYS, format_day
from pamong.web.pejabat.fields import Choice, DayField, OptionalChoice, TextField

if TYPE_CHECKING:
    from pamong.apps.forums.models import ForumSeries
    from pamong.apps.organisasi.models import Opd, Pemda

PEOPLE = "orang"
WHY = _("Satu kalimat. Tersimpan di riwayat perubahan bersama nama Anda.")
AREA = forms.Textarea(attrs={"rows": 3, "class": "form-control"})


class HourField(TextField):
    """An hour: 08.00 or 8:00."""

    def clean(self, value: str | None) -> time | None:
        text = super().clean(value)
        if not text:
            return None
        hour, _dot, minute = text.replace(":", ".").partition(".")
        try:
            return time(int(hour), int(minute or 0))
        except ValueError as error:
            raise forms.ValidationError(
                _('Jam "%s" tidak dapat dibaca. Tulis seperti 08.00.') % text
            ) from error


class Ticks(forms.MultipleChoiceField):
    """Some of several values, each to be ticked."""

    widget = forms.CheckboxSelectMultiple(attrs={"class": "ticks"})


class ReasonForm(forms.Form):
    """Every act has a reason."""

    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        last = self.fields.pop("reason")
        self.fields["reason"] = last  # below whatever a form adds


class WhoForm(ReasonForm):
    """Somebody by name, with the office and the capacity of that day."""

    name = TextField(
        _("Nama"), max_length=200, help_text=_("Boleh dengan gelar, tanpa singkatan jabatan.")
    )
    office = TextField(
        _("Jabatan pada hari itu"),
        max_length=200,
        required=False,
        help_text=_("Misalnya Sekretaris Daerah."),
    )
    capacity = OptionalChoice(_("Kedudukan"), CAPACITIES)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["name"].widget.attrs["list"] = PEOPLE

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        if cleaned.get("office") and not cleaned.get("capacity"):
            self.add_error("capacity", _("Pilih kedudukannya dalam jabatan itu."))
        return cleaned

    def who(self) -> Somebody:
        told = self.cleaned_data
        return Somebody(told["name"], told["office"], told["capacity"])


class AnnounceForm(ReasonForm):
    """A forum: when, where, of what kind, who leads it, and who is invited."""

    kind = Choice(_("Jenis forum"), FORUM_KINDS)
    title = TextField(_("Judul"), max_length=300)
    day = DayField(_("Hari"), help_text=_("Misalnya 14/12/2026. Boleh hari yang akan datang."))
    hour = HourField(_("Jam"), required=False, help_text=_("Misalnya 08.00."))
    end_hour = HourField(_("Jam selesai"), required=False, help_text=_("Misalnya 10.30."))
    place = TextField(_("Tempat"), max_length=300, required=False)
    series = OptionalChoice(_("Seri"))
    host = OptionalChoice(_("Tuan rumah, kalau pemerintah daerah lain"))
    chair = TextField(_("Pemimpin atau inspektur"), max_length=200, required=False)
    chair_office = TextField(_("Jabatannya"), max_length=200, required=False)
    chair_capacity = OptionalChoice(_("Kedudukannya"), CAPACITIES)
    agenda = TextField(
        _("Agenda"), required=False, widget=AREA, help_text=_("Satu pokok tiap baris.")
    )
    all_opds = forms.BooleanField(label=_("Undang semua OPD"), required=False)
    opds = Ticks(label=_("OPD yang diundang"), required=False)
    invited = TextField(
        _("Undangan lain"),
        required=False,
        widget=AREA,
        help_text=_("Satu tiap baris, menurut kategori atau instansi, tanpa nama orang."),
    )

    def __init__(
        self,
        *args: Any,
        series: "Iterable[ForumSeries]",
        opds: "Iterable[Opd]",
        hosts: "Iterable[Pemda]" = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.series_by_id = {str(row.public_id): row for row in series}
        self.opds_by_id = {str(row.pk): row for row in opds}
        self.hosts_by_slug = {row.slug: row for row in hosts}
        offer(self, "series", ((key, row.nama) for key, row in self.series_by_id.items()))
        offer(self, "host", ((key, row.nama) for key, row in self.hosts_by_slug.items()))
        ticks(self, "opds", ((key, row.nama) for key, row in self.opds_by_id.items()))
        self.fields["chair"].widget.attrs["list"] = PEOPLE

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        check_hours(self)
        if cleaned.get("chair_office") and not cleaned.get("chair"):
            self.add_error("chair", _("Isi nama pemegang jabatan itu, atau kosongkan jabatannya."))
        if cleaned.get("chair_office") and not cleaned.get("chair_capacity"):
            self.add_error("chair_capacity", _("Pilih kedudukannya dalam jabatan itu."))
        return cleaned

    def chosen_opds(self) -> "list[Opd]":
        if self.cleaned_data["all_opds"]:
            return list(self.opds_by_id.values())
        return [self.opds_by_id[key] for key in self.cleaned_data["opds"]]

    def others(self) -> list[str]:
        return lines(self.cleaned_data["invited"])


class InviteForm(ReasonForm):
    """More OPDs and categories to invite."""

    opds = Ticks(label=_("OPD yang diundang"), required=False)
    invited = TextField(
        _("Undangan lain"), required=False, widget=AREA, help_text=_("Satu tiap baris.")
    )

    def __init__(self, *args: Any, opds: "Iterable[Opd]", **more: Any) -> None:
        super().__init__(*args, **more)
        self.opds_by_id = {str(row.pk): row for row in opds}
        ticks(self, "opds", ((key, row.nama) for key, row in self.opds_by_id.items()))

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        if not cleaned.get("opds") and not cleaned.get("invited"):
            self.add_error("opds", _("Pilih OPD, atau tulis undangan lain."))
        return cleaned


class StatementForm(WhoForm):
    """Words that somebody said."""

    words = TextField(_("Pernyataan"), max_length=4000, widget=AREA)
    setting = OptionalChoice(_("Cara"), SETTINGS)


class CommitmentForm(WhoForm):
    """What somebody promised."""

    gist = TextField(_("Komitmen"), max_length=500, widget=AREA)
    due = TextField(_("Tenggat menurut kata-katanya"), max_length=200, required=False)


class DirectiveForm(WhoForm):
    """What was asked at a forum; a second giver may stand beside the first."""

    second = TextField(_("Diberikan bersama"), max_length=200, required=False)
    second_office = TextField(_("Jabatannya"), max_length=200, required=False)
    second_capacity = OptionalChoice(_("Kedudukannya"), CAPACITIES)
    gist = TextField(_("Yang diminta"), max_length=500, widget=AREA)
    to = TextField(
        _("Kepada"),
        max_length=200,
        help_text=_("Misalnya semua OPD; Dinas Kesehatan; pejabat eselon III; ASN; BKN."),
    )
    topic = OptionalChoice(_("Topik"), TOPICS)
    due_on = DayField(
        _("Tenggat"), required=False, help_text=_("Kosongkan kalau tidak ada harinya.")
    )

    def __init__(self, *args: Any, held_on: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.held_on = held_on
        self.fields["second"].widget.attrs["list"] = PEOPLE

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        due_on = self.cleaned_data.get("due_on")
        if due_on and due_on < self.held_on:
            self.add_error(
                "due_on", _("Tenggat mendahului hari forum (%s).") % format_day(self.held_on)
            )
        if cleaned.get("second_office") and not cleaned.get("second_capacity"):
            self.add_error("second_capacity", _("Pilih kedudukannya dalam jabatan itu."))
        return cleaned

    def directive(self) -> NewDirective:
        told = self.cleaned_data
        givers = [self.who()]
        if told["second"]:
            givers.append(Somebody(told["second"], told["second_office"], told["second_capacity"]))
        return NewDirective(told["gist"], givers, told["to"], told["topic"], told["due_on"])


class ProtocolForm(ReasonForm):
    """How the protocol was arranged."""

    words = TextField(_("Catatan protokol"), required=False, widget=AREA, max_length=4000)


class SeriesForm(ReasonForm):
    """What comes back, by which rule, and since when that is known."""

    nama = TextField(_("Nama seri"), max_length=120, help_text=_("Misalnya Apel gabungan."))
    kind = Choice(_("Jenis forum"), FORUM_KINDS)
    rule = TextField(
        _("Pengulangan"),
        max_length=120,
        help_text=_("Misalnya setiap Senin; Senin pertama setiap bulan; setiap tahun."),
    )
    rotates = forms.BooleanField(label=_("Tuan rumah bergilir"), required=False)
    since = DayField(_("Diketahui sejak"))

    def clean_rule(self) -> Rule:
        found = read_rule(self.cleaned_data["rule"])
        if found is None:
            raise forms.ValidationError(
                _("Pengulangan tidak dapat dibaca. Tulis misalnya setiap %s, atau setiap bulan.")
                % WEEKDAYS[0]
            )
        return found

    def chosen_rule(self) -> Rule:
        found: Rule = self.cleaned_data["rule"]
        return Rule(found.every, found.weekday, found.ordinal, self.cleaned_data["rotates"])


class LinkForm(ReasonForm):
    """To which series a forum belongs, or to none."""

    series = OptionalChoice(_("Seri"))

    def __init__(self, *args: Any, series: "Iterable[ForumSeries]", **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_id = {str(row.public_id): row for row in series}
        offer(self, "series", ((key, row.nama) for key, row in self.by_id.items()))

    def chosen(self) -> "ForumSeries | None":
        return self.by_id.get(self.cleaned_data["series"])


class RaiseForm(ReasonForm):
    """To which body above or beside a matter goes."""

    body = TextField(_("Instansi"), max_length=200, help_text=_("Misalnya KemenPANRB, BKN."))


class WordsForm(forms.Form):
    """Words without a name; ``sure`` where few could have said them."""

    words = TextField(
        _("Pernyataan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "class": "form-control"}),
        help_text=_("Tanpa nama OPD, jabatan, orang, dan jam."),
    )
    sure = forms.BooleanField(label=_("Tetap simpan"), required=False)


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Set what can be chosen in a field of a form."""
    field = form.fields[name]
    if isinstance(field, Choice):
        field.offer(list(choices))


def ticks(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Set what can be ticked in a field of a form."""
    field = form.fields[name]
    if isinstance(field, Ticks):
        field.choices = list(choices)


def check_hours(form: forms.Form) -> None:
    """Refuse an end without a beginning, or before it, at its field."""
    hour, end_hour = form.cleaned_data.get("hour"), form.cleaned_data.get("end_hour")
    if end_hour and not hour and "hour" not in form.errors:
        form.add_error("hour", _("Isi jam mulainya, atau kosongkan jam selesainya."))
    if end_hour and hour and end_hour <= hour:
        form.add_error("end_hour", _("Jam selesai harus sesudah jam mulai."))


def lines(text: str) -> list[str]:
    """Return the lines of a text that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]
