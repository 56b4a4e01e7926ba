"""What an export does not say, counted while it is written: nothing is left out silently."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pamong.apps.impor.histories import HISTORIES
from pamong.apps.impor.people import MAIN_ROWS
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.kernel.number import format_number

Sees = Callable[[FieldClass, Sequence[int]], frozenset[int]]
"""Of whom, among some employments, fields of a class may be told."""


def everything(_field_class: FieldClass, ids: Sequence[int]) -> frozenset[int]:
    """Tell all fields of everybody: for whoever keeps the installation, on the command line."""
    return frozenset(ids)


@dataclass(slots=True)
class Tally:
    """What of one layout was not told, and why."""

    layout: str
    rows: int = 0
    closed: Counter[FieldClass] = field(default_factory=Counter)
    closed_rows: Counter[FieldClass] = field(default_factory=Counter)
    without_number: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    untold: Counter[str] = field(default_factory=Counter)
    foreign: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """Return a sentence for each."""
        return [
            *self._closed(),
            *self._nobody(),
            *self._counted(
                self.left_out,
                _("%(rows)s catatan tidak ditulis: tata letak ini tidak punya tempat untuk"
                  " “%(what)s” seperti yang tercatat."),
            ),
            *self._counted(
                self.untold,
                _("%(rows)s sel “%(what)s” dikosongkan: isinya tidak punya kode di tata letak"
                  " ini."),
            ),
            *self._counted(
                self.foreign,
                _("%(rows)s keterangan “%(what)s” dari sistem asal tidak muat di tata letak ini."),
            ),
            *self._beyond(),
        ]  # fmt: skip

    def _closed(self) -> Iterable[str]:
        for each, number in sorted(self.closed_rows.items()):
            yield _("%(rows)s catatan tidak ditulis: data %(what)s tertutup bagi Anda.") % {
                "rows": format_number(number), "what": each.label,
            }  # fmt: skip
        for each, number in sorted(self.closed.items()):
            yield _("%(rows)s sel dikosongkan: data %(what)s tertutup bagi Anda.") % {
                "rows": format_number(number), "what": each.label,
            }  # fmt: skip

    def _nobody(self) -> Iterable[str]:
        if self.without_number:
            yield ngettext(
                "%(number)s orang tidak ditulis: ia tidak punya NIP atau NI PPPK.",
                "%(number)s orang tidak ditulis: mereka tidak punya NIP atau NI PPPK.",
                self.without_number,
            ) % {"number": format_number(self.without_number)}

    def _counted(self, found: Counter[str], sentence: str) -> Iterable[str]:
        labels = {} if self.layout in MAIN_ROWS else HISTORIES[self.layout].section.labels
        for name, number in sorted(found.items()):
            label = labels.get(name, name)
            yield sentence % {"rows": format_number(number), "what": label}

    def _beyond(self) -> Iterable[str]:
        if self.layout not in MAIN_ROWS and (beyond := HISTORIES[self.layout].beyond):
            yield _("Tidak ada kolomnya di tata letak ini, jadi tidak ditulis: %s.") % ", ".join(
                str(HISTORIES[self.layout].section.labels[name]) for name in beyond
            )
