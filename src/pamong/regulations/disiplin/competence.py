"""Who may impose a penalty, by the rows of a table of the law; shared by both acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, LackingError, found

Row = Mapping[str, Any]
#: Columns that a row may narrow down by an input of the same name.
_NARROWED = ("instansi", "keadaan")


def judge_competence(case: Case, version: Version, **told: Any) -> Found:
    """Look for a row that gives the official the power, then for a vacant post below."""
    group = version.values["golongan"].get(case.jenis)
    if group is None:
        raise case.lack("jenis")
    told |= {"golongan": group}
    row = _grant(case, version, case.penghukum, group)
    if row is not None:
        return found("berwenang", pasal=row["sumber"], **told)
    names = ", ".join(_competent(case, version, group)) or None
    if not case.jabatan_lowong or not _stands_in(case, version, group):
        return found("tidak_berwenang", yang_berwenang=names, **told)
    return found("berwenang_karena_lowong", pasal=version.values["pasal_lowong"], **told)


def _grant(case: Case, version: Version, official: str, group: str) -> Row | None:
    """Return the row by which an official may impose a group of penalties.

    Raises:
        LackingError: it depends on the levels between the two, which are not known.
    """
    levels = _levels_between(case, version, official)
    rows = [row for row in _rows_of(case) if official in _words(row["penghukum"])]
    for row in rows:
        if group not in _words(row["golongan"]):
            continue
        if case.sasaran in _words(row["sasaran"]):
            return row
        if not row["sasaran"] and _goes_by_levels(case, rows):
            if levels is None:
                raise case.lack("jarak")
            if row["jarak"] == levels:
                return row
    return None


def _goes_by_levels(case: Case, rows: Iterable[Row]) -> bool:
    """Tell whether levels count: of functional posts only where no row of the official names them.

    Who stands above the ladder is never below the official.
    """
    target = case.sasaran
    if target.startswith("jf_"):
        is_named = any(target in _words(row["sasaran"]) for row in rows)
        return target != "jf_ahli_utama" and not is_named and case.told("jarak") is not None
    return target not in {"jpt_utama", "jpt_madya_ppk", "jabatan_wewenang_presiden"}


def _rows_of(case: Case) -> Iterable[Row]:
    """Give the rows for this agency and for how the one punished stands to it."""
    for row in case.rows("kewenangan"):
        columns = [name for name in _NARROWED if name in row]
        if all(getattr(case, name) in _words(row[name]) for name in columns):
            yield row


def _levels_between(case: Case, version: Version, official: str) -> int | None:
    """Return how many levels lie between: as told, else by the usual ladder."""
    ladder = version.values.get("tangga")
    if ladder is None:
        return None
    levels: int | None = case.told("jarak") if official == case.penghukum else None
    if levels is not None:
        return levels
    if official in ladder and case.sasaran in ladder:
        place: int = ladder.index(case.sasaran) - ladder.index(official)
        return place
    return None


def _competent(case: Case, version: Version, group: str) -> Iterable[str]:
    """Give the words for every official who may, the highest first."""
    for official in version.values["tinggi"]:
        with suppress(LackingError):
            if official != case.penghukum and _grant(case, version, official, group):
                yield version.values["sebutan"][official]


def _stands_in(case: Case, version: Version, group: str) -> bool:
    """Tell whether a vacant post below would have the power. Source: Pasal 25; Pasal 22."""
    order = version.values["tinggi"]
    vacant = case.jabatan_yang_lowong
    if order.index(case.penghukum) >= order.index(vacant):
        return False
    return _grant(case, version, vacant, group) is not None


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]
