"""The capacity in which somebody holds an office: definitively, or acting in one of four ways."""

from __future__ import annotations

from enum import StrEnum

from pamong.kernel.language import say


class CapacityLabelError(ValueError):
    """A word names no capacity that we know."""

    def __init__(self, label: str) -> None:
        self.label = label
        super().__init__(
            say(
                'Kedudukan "%(label)s" tidak dikenal. Pilih definitif, Plt, Plh, Pj atau Pjs.',
                label=label,
            )
        )


class Capacity(StrEnum):
    """In what capacity an office is held; the value is stored, the label is shown.

    Source: UU 23/2014 Pasal 65, 66, 86, 88 (kepala daerah); UU 30/2014 Pasal 14 (Plt and Plh of
    other offices); UU 10/2016 Pasal 201 (Pj); Permendagri 74/2016 as amended 1/2018 (Pjs).
    """

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"
    PJS = "pjs"

    @property
    def label(self) -> str:
        """The short form: "definitif", "Plt", "Plh", "Pj", "Pjs"."""
        return self.value if self is Capacity.DEFINITIF else self.value.capitalize()

    @property
    def long_label(self) -> str:
        """The words that the short form stands for."""
        return _LONG_LABELS[self]

    @property
    def is_acting(self) -> bool:
        """Whether somebody acts in the office without being its definitive holder."""
        return self is not Capacity.DEFINITIF

    @classmethod
    def from_label(cls, label: str) -> Capacity:
        """Read a short or long label in any case, with or without a full stop.

        Raises:
            CapacityLabelError: the label names no capacity.

        >>> Capacity.from_label("Plt."), Capacity.from_label("Penjabat Sementara")
        (<Capacity.PLT: 'plt'>, <Capacity.PJS: 'pjs'>)
        """
        key = " ".join(label.casefold().replace(".", " ").split())
        try:
            return _BY_LABEL[key]
        except KeyError:
            raise CapacityLabelError(label) from None


_LONG_LABELS = {
    Capacity.DEFINITIF: "definitif",
    Capacity.PLT: "Pelaksana Tugas",
    Capacity.PLH: "Pelaksana Harian",
    Capacity.PJ: "Penjabat",
    Capacity.PJS: "Penjabat Sementara",
}
_BY_LABEL = (
    {capacity.value: capacity for capacity in Capacity}
    | {label.casefold(): capacity for capacity, label in _LONG_LABELS.items()}
    | {"pelaksana tugas harian": Capacity.PLH}
)
