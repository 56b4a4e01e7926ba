"""What merging, keeping apart and taking back ask for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.penggabungan.planning import Side
from pamong.web.pejabat.fields import Choice, TextField

if TYPE_CHECKING:
    from pamong.apps.penggabungan.telling import Question

LONGEST = 160


class ReasonForm(forms.Form):
    """Why, in one sentence."""

    reason = TextField(
        _("Alasan"),
        max_length=1000,
        help_text=_("Misalnya: sudah dicocokkan dengan SK CPNS dan KTP-el keduanya."),
    )


class MergeForm(ReasonForm):
    """What is so where the two records differ: one field a question, nothing chosen beforehand."""

    def __init__(self, questions: "Iterable[Question]", *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]  # as Django's forms take them
        self._names: dict[str, str] = {}
        reason = self.fields.pop("reason")
        for place, each in enumerate(questions):
            name = f"pilih-{place}"
            self._names[name] = each.key
            self.fields[name] = Choice(each.title[:1].upper() + each.title[1:], _sides(each))
        self.fields["reason"] = reason

    def choices(self) -> dict[str, Side]:
        """Return what was chosen, by what it is about."""
        return {
            key: Side(self.cleaned_data[name])
            for name, key in self._names.items()
            if self.cleaned_data.get(name)
        }


def _sides(each: "Question") -> list[tuple[str, str]]:
    sides = [
        (Side.STAYS.value, gettext("Catatan yang tetap: %s") % each.of_stays[:LONGEST]),
        (Side.AWAY.value, gettext("Catatan yang digabung: %s") % each.of_away[:LONGEST]),
    ]
    return [*sides, (Side.BOTH.value, gettext("Keduanya berlaku"))] if each.may_both else sides
