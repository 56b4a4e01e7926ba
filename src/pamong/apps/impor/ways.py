"""The ways in which columns of SIASN and of a record go into one another."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pamong.apps.impor.placing import Known, LacksError, Reader
from pamong.apps.impor.two_way import CannotTellError, Draft, Row, Way, is_filled


def same(name: str, ours: str, *others: str, needed: bool = False) -> Way:
    """Take one column as another, unchanged; ``others`` are read where the first is empty.

    What the column of the record cannot hold stays with the rest.
    """
    names = (name, *others)

    def take(row: Reader, draft: Draft) -> None:
        for each in names:
            value = row.peek(each)
            if is_filled(value) and draft.holds(ours, value):
                draft.said[ours] = row.get(each)
                return
        if needed:
            raise LacksError(name)

    return Way(names, (ours,), take, lambda entry, _: {name: entry[ours]}, needed)


def only_read(way: Way) -> Way:
    """Take a column that SIASN has not, and that is never written."""
    return replace(way, tell=lambda _entry, _known: {})


def last_day(name: str, *, needed: bool = False) -> Way:
    """Take a last day as the day that is no more."""

    def take(row: Reader, draft: Draft) -> None:
        if (day := row.day_after(name)) is not None:
            draft.said["ends_before"] = day
        elif needed:
            raise LacksError(name)

    def tell(entry: Row, _known: Known) -> dict[str, Any]:
        day = entry["ends_before"]
        return {name: date.fromisoformat(day) - timedelta(days=1) if day else None}

    return Way((name,), ("ends_before",), take, tell, needed)


def coded(name: str, ours: str, words: Mapping[str, str], *, needed: bool = False) -> Way:
    """Take a code as a word of ours; what stands for no word stays with the rest."""
    codes = {word: code for code, word in reversed([*words.items()])}

    def take(row: Reader, draft: Draft) -> None:
        word = row.code(name, words)
        if word is not None:
            draft.said[ours] = word
        elif needed:
            raise LacksError(name)

    return Way((name,), (ours,), take, lambda entry, _: {name: codes.get(entry[ours])}, needed)


def kept_code(
    name: str, ours: str, words: Mapping[str, str], kept: str, *, otherwise: str = ""
) -> Way:
    """Take a code as a word where several codes stand for one, and keep the code beside it.

    ``otherwise`` is what a new entry has whose row says no code. A code that the word alone leads
    to says nothing more than the word.
    """
    told_by = {
        word: next(code for code, each in words.items() if each == word)
        for word in words.values()
        if list(words.values()).count(word) == 1
    }

    def take(row: Reader, draft: Draft) -> None:
        code = str(row.peek(name) or "")
        word = words.get(code, otherwise if code else "")
        if word:
            draft.said[ours] = word
        elif otherwise:
            draft.also[ours] = otherwise
        if code and draft.holds(kept, code):
            row.get(name)
            into = draft.also if told_by.get(word) == code else draft.said
            into[kept] = code

    def tell(entry: Row, _known: Known) -> dict[str, Any]:
        code, word = entry[kept], entry[ours]
        is_right = code and words.get(code, otherwise) == word
        return {name: code if is_right else told_by.get(word)}

    return Way((name,), (ours, kept), take, tell, unsaid=otherwise)


def always(ours: str, value: Any) -> Way:
    """Say what every row of a layout is."""

    def take(_row: Reader, draft: Draft) -> None:
        draft.said[ours] = value

    return Way((), (ours,), take, lambda _entry, _known: {}, is_needed=True)


def months(years: str, rest: str, ours: str, *, needed: bool = False) -> Way:
    """Take a length in years and months as months."""

    def take(row: Reader, draft: Draft) -> None:
        if (length := row.months(years, rest)) is not None:
            draft.said[ours] = length
        elif needed:
            raise LacksError(rest if years in row.values else years)

    def tell(entry: Row, _known: Known) -> dict[str, Any]:
        length = entry[ours]
        return {} if length is None else {years: length // 12, rest: length % 12}

    return Way((years, rest), (ours,), take, tell, needed)


def hundredths(name: str, ours: str) -> Way:
    """Take a number with two decimals as a whole number of hundredths; others stay."""

    def take(row: Reader, draft: Draft) -> None:
        value = row.values.get(name)
        if isinstance(value, Decimal) and value >= 0 and value * 100 == int(value * 100):
            row.get(name)
            draft.said[ours] = int(value * 100)

    def tell(entry: Row, _known: Known) -> dict[str, Any]:
        return {} if entry[ours] is None else {name: Decimal(entry[ours]) / 100}

    return Way((name,), (ours,), take, tell)


def year_of(name: str) -> Way:
    """Take the year of an appraisal; a new entry is about all of its days."""

    def take(row: Reader, draft: Draft) -> None:
        year = int(row.need(name))
        draft.said["year"] = year
        draft.also |= {"starts_on": f"{year}-01-01", "ends_before": f"{year + 1}-01-01"}

    ours = ("year", "starts_on", "ends_before")
    return Way((name,), ours, take, lambda entry, _: {name: entry["year"]}, is_needed=True)


def whole_months(first: tuple[str, str], last: tuple[str, str]) -> Way:
    """Take a first and a last month, each with its year, as days."""

    def take(row: Reader, draft: Draft) -> None:
        month, year = (int(row.need(name)) for name in first)
        draft.said["starts_on"] = date(year, month, 1).isoformat()
        if all(is_filled(row.peek(name)) for name in last):
            month, year = (int(row.get(name)) for name in last)
            draft.said["ends_before"] = date(year + month // 12, month % 12 + 1, 1).isoformat()

    def tell(entry: Row, _known: Known) -> dict[str, Any]:
        begins = date.fromisoformat(entry["starts_on"])
        ends = date.fromisoformat(entry["ends_before"] or entry["starts_on"])
        if begins.day != 1 or ends.day != 1:
            raise CannotTellError("starts_on")
        told = dict(zip(first, (begins.month, begins.year), strict=True))
        if entry["ends_before"]:
            end = ends - timedelta(days=1)
            told |= dict(zip(last, (end.month, end.year), strict=True))
        return told

    return Way((*first, *last), ("starts_on", "ends_before"), take, tell, is_needed=True)
