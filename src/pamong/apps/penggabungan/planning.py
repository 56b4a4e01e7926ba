"""What merging two records would do: what moves, what stays behind, and what is to be decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.findings.models import Finding
from pamong.apps.findings.policies import OF_A_PEGAWAI
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.penggabungan.clashes import Clash, clashes
from pamong.apps.penggabungan.errors import UndecidedError
from pamong.apps.penggabungan.references import Reference, Row, references, rows_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Side(StrEnum):
    """Whose word counts where two records differ."""

    STAYS = "tetap"
    AWAY = "digabung"
    BOTH = "keduanya"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing of the record itself that the two tell differently."""

    key: str
    title: "StrOrPromise"
    of_stays: Any
    of_away: Any


@dataclass(frozen=True, slots=True)
class TwoNumbers:
    """Two numbers of one kind, both in use: only one of them is the present one."""

    kind: str
    title: str
    of_stays: Row
    of_away: Row

    @property
    def key(self) -> str:
        """What a form calls it."""
        return f"nomor-{self.kind}"

    @property
    def differ(self) -> bool:
        """Whether they are two; husband and wife may have one NPWP, one person may too."""
        return bool(self.of_stays.values["value"] != self.of_away.values["value"])


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging ``away`` into ``stays`` would do; nothing is written by it."""

    stays: Pegawai
    away: Pegawai
    rows: Mapping[Reference, Sequence[Row]]
    clashes: Sequence[Clash]
    numbers: Sequence[TwoNumbers]
    differences: Sequence[Difference]
    findings: int
    choices: Mapping[str, Side] = field(default_factory=dict)

    def side_of(self, key: str) -> Side:
        """Return what was chosen; what nobody was asked about stays as it is."""
        return self.choices.get(key, Side.STAYS)

    @property
    def to_decide(self) -> list[tuple[str, str, bool]]:
        """What has to be decided: its key, what it is about, whether both may stay."""
        return [
            *((each.key, str(each.title), False) for each in self.differences),
            *((each.key, each.title, False) for each in self.numbers if each.differ),
            *(
                (each.key, each.reference.title, each.may_both)
                for each in self.clashes
                if not each.says_the_same
            ),
        ]

    @property
    def moving(self) -> dict[Reference, list[int]]:
        """The rows of ``away`` that go to ``stays``."""
        left = self.staying_behind
        found: dict[Reference, list[int]] = {}
        for reference, rows in self.rows.items():
            owner, stay = reference.owner_of(self.away), set(left.get(reference, ()))
            if pks := [row.pk for row in rows if row.owner == owner and row.pk not in stay]:
                found[reference] = pks
        return found

    @property
    def giving_way(self) -> dict[Reference, list[Row]]:
        """The rows of ``stays`` that give way, and are kept with ``away``."""
        found: dict[Reference, list[Row]] = {}
        for each in self.clashes:
            if self.side_of(each.key) is Side.AWAY:
                found.setdefault(each.reference, []).extend(each.of_stays)
        return found

    @property
    def staying_behind(self) -> dict[Reference, list[int]]:
        """The rows of ``away`` that stay with it, as something of ``stays`` is so instead."""
        found: dict[Reference, list[int]] = {}
        for each in self.clashes:
            if rows := self._left_of(each):
                found.setdefault(each.reference, []).extend(row.pk for row in rows)
        return found

    def check_decided(self) -> None:
        """Refuse to go on while something is not decided.

        Raises:
            UndecidedError: something is not, or both were chosen where only one can be.
        """
        open_questions = [
            title
            for key, title, may_both in self.to_decide
            if self.choices.get(key) not in ({*Side} if may_both else {Side.STAYS, Side.AWAY})
        ]
        if open_questions:
            raise UndecidedError(list(dict.fromkeys(open_questions)))

    def _left_of(self, clash: Clash) -> Sequence[Row]:
        return clash.of_away if self.side_of(clash.key) is Side.STAYS else ()


def plan_merge(
    *, stays: Pegawai, away: Pegawai, day: date, choices: Mapping[str, Side] | None = None
) -> MergePlan:
    """Return what merging ``away`` into ``stays`` on ``day`` would do; nothing is written."""
    found = rows_of(stays, away)
    owners = {each.key: each.owner_of(stays) for each in references()}
    return MergePlan(
        stays=stays,
        away=away,
        rows=found,
        clashes=clashes(found, stays=owners),
        numbers=_two_numbers(found, stays, day),
        differences=_differences(stays, away),
        findings=_findings(away),
        choices={key: Side(side) for key, side in (choices or {}).items()},
    )


def _findings(pegawai: Pegawai) -> int:
    rows = Finding.objects.filter(subject_kind=OF_A_PEGAWAI, subject_id=pegawai.pk)
    stand = {"standings__ends_before": None, "standings__superseded_by": None}
    return rows.filter(**stand).distinct().count()


FIELDS: tuple[tuple[str, "StrOrPromise", tuple[str, ...]], ...] = (
    ("nama", _("Nama dan gelar"), ("nama", "gelar_depan", "gelar_belakang", "sort_key")),
    ("lahir", _("Tanggal lahir"), ("born_on",)),
    ("tmt", _("TMT pegawai"), ("starts_on",)),
    ("berakhir", _("Berakhir sebelum"), ("ends_before",)),
    ("status", _("Status"), ("kind",)),
    ("pekan", _("Pekan kerja"), ("work_week",)),
    ("jabatan", _("Memegang jabatan"), ("holds_post",)),
)
"""What is compared of the two records themselves; the name is that of the person."""


def compared(pegawai: Pegawai, key: str) -> Any:
    """Return what one record says of one thing, for people to compare."""
    if key == "nama":
        return pegawai.person.full_name
    if key in {"status", "pekan"}:
        return getattr(pegawai, f"get_{_columns(key)[0]}_display")()
    return getattr(pegawai, _columns(key)[0])


def held_by(pegawai: Pegawai, key: str) -> Any:
    """Return the row that holds one thing: the person's for the name, else the record itself."""
    return pegawai.person if key == "nama" else pegawai


def _columns(key: str) -> tuple[str, ...]:
    return next(columns for name, _title, columns in FIELDS if name == key)


def _differences(stays: Pegawai, away: Pegawai) -> list[Difference]:
    """Return what both tell and tell differently; what one alone tells needs no decision."""
    told = [
        Difference(key, title, compared(stays, key), compared(away, key))
        for key, title, _columns_ in FIELDS
    ]
    return [each for each in told if each.of_stays != each.of_away and _is_told(each)]


def _is_told(difference: Difference) -> bool:
    """Leave open what is no question: an end is one even where only one record has it."""
    if difference.key == "berakhir":
        return True
    return difference.of_stays not in (None, "") and difference.of_away not in (None, "")


def only_told_by_away(stays: Pegawai, away: Pegawai) -> list[str]:
    """Return the keys of what ``stays`` does not tell and ``away`` does."""
    return [
        key
        for key, _title, _columns_ in FIELDS
        if key != "berakhir"
        and compared(stays, key) in (None, "")
        and compared(away, key) not in (None, "")
    ]


def _two_numbers(
    found: Mapping[Reference, Sequence[Row]], stays: Pegawai, day: date
) -> list[TwoNumbers]:
    rows = next(rows for each, rows in found.items() if each.model is PersonIdentifier)
    running = [row for row in rows if (row.values["ends_before"] or "9") > day.isoformat()]
    mine = {row.values["kind"]: row for row in running if row.owner == stays.person_id}
    labels = dict(PersonIdentifier._meta.get_field("kind").flatchoices)  # noqa: SLF001  Django's documented Options
    return [
        TwoNumbers(kind, str(labels[kind]), mine[kind], row)
        for row in running
        if row.owner != stays.person_id and (kind := row.values["kind"]) in mine
    ]
