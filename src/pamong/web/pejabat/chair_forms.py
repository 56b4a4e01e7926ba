"""Cleaning what a clerk writes of a chair that comes with an office."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.organisasi.chairs import ChairGrounds, NewChair
from pamong.apps.organisasi.choices import CHAIR_FOLLOWS
from pamong.kernel.period import Period
from pamong.web.pejabat.fields import (
    Choice,
    DayField,
    OptionalChoice,
    TextField,
    check_days,
    offer,
)
from pamong.web.pejabat.forms import WHY

if TYPE_CHECKING:
    from pamong.apps.core.models import Decree, Document

BODIES = "badan"
"""The id of the list of bodies that a page offers."""


class ChairForm(forms.Form):
    """A chair of a partner body that follows the office."""

    title = TextField(
        _("Sebutan"), max_length=120, help_text=_("Misalnya Ketua, atau Ketua Pokja I.")
    )
    body = TextField(
        _("Badan"),
        max_length=200,
        help_text=_("Nama lengkapnya, misalnya TP PKK Kabupaten Contoh."),
    )
    follows = Choice(_("Jatuh kepada"), CHAIR_FOLLOWS)
    first_day = DayField(_("Berlaku sejak"), help_text=_("Menurut dasarnya. Misalnya 1/3/2021."))
    last_day = DayField(
        _("Hari terakhir"), required=False, help_text=_("Kosongkan kalau masih berlaku.")
    )
    decree = OptionalChoice(_("SK yang sudah tercatat"))
    document = OptionalChoice(_("Dokumen yang sudah tercatat"))
    basis = TextField(
        _("Dasar lain"),
        required=False,
        max_length=300,
        help_text=_("Peraturan, AD/ART, atau keputusan, dengan nomor dan tahunnya."),
    )
    when_away = TextField(
        _("Bila jabatan kosong, cuti, atau dilaksanakan orang lain"),
        required=False,
        max_length=500,
        help_text=_("Apa kata dasarnya tentang itu. Kosongkan kalau tidak disebut."),
    )
    reason = TextField(_("Alasan pencatatan"), max_length=300, help_text=WHY)

    def __init__(
        self,
        *args: Any,
        decrees: "Sequence[Decree]",
        documents: "Sequence[Document]",
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.decrees = {str(row.public_id): row for row in decrees}
        self.documents = {str(row.public_id): row for row in documents}
        self.fields["body"].widget.attrs["list"] = BODIES
        offer(self, "decree", [(key, f"{row} ({row.title})") for key, row in self.decrees.items()])
        labels = [(key, f"{row} {row.title}".strip()) for key, row in self.documents.items()]
        offer(self, "document", labels)

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        check_days(self)
        if not any(cleaned.get(name) for name in ("decree", "document", "basis")):
            self.add_error("basis", _("Sebutkan dasarnya: SK, dokumen, atau peraturan."))
        return cleaned

    def new(self) -> NewChair:
        told = self.cleaned_data
        period = Period.inclusive(told["first_day"], told["last_day"])
        return NewChair(told["title"], told["body"], told["follows"], period)

    def grounds(self) -> ChairGrounds:
        told = self.cleaned_data
        return ChairGrounds(
            decree=self.decrees.get(told["decree"]),
            document=self.documents.get(told["document"]),
            basis=told["basis"],
            when_away=told["when_away"],
        )


class EndChairForm(forms.Form):
    """The last day on which a chair follows its office."""

    last_day = DayField(
        _("Hari terakhir"), help_text=_("Hari itu masih dihitung. Misalnya 24/9/2024.")
    )
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)
