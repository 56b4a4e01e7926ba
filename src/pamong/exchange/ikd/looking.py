"""What breaks each indicator. Each takes the facts and the day; ``None``: the record cannot tell.

An empty text that an indicator asks for is a breach of completeness; elsewhere it cannot be told.
"""

from __future__ import annotations

import re
from datetime import date

from pamong.exchange.ikd.facts import PersonFacts

_EMAIL = re.compile(r"[^\s@,;<>]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_DIGITS = re.compile(r"[0-9]{18}")
_SEX_DIGITS = {"1": "l", "2": "p"}
_YEARS_BEFORE_STRUCTURAL = 2
PNS, CPNS, PPPK, STRUCTURAL = "pns", "cpns", "pppk", "struktural"


def _not(fits: bool | None) -> bool | None:  # noqa: FBT001  a fact as it is
    return None if fits is None else not fits


def _after_years(day: date, years: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + years, 3, 1) if is_leap_day else day.replace(year=day.year + years)


def _digits(who: PersonFacts) -> str:
    return who.nip if _DIGITS.fullmatch(who.nip) else ""


def no_appraisal(who: PersonFacts, _: date) -> bool | None:
    """No SKP of this year."""
    return _not(who.appraised_this_year)


def no_post(who: PersonFacts, _: date) -> bool | None:
    """No post."""
    return not who.post


def no_education(who: PersonFacts, _: date) -> bool | None:
    """No education."""
    return not who.education


def no_pns_day(who: PersonFacts, _: date) -> bool | None:
    """A PNS without the day since when."""
    return who.pns_on is None if who.status == PNS else False


def no_title(who: PersonFacts, _: date) -> bool | None:
    """Somebody of a degree without the title of it."""
    return None if who.has_degree is None else who.has_degree and not who.title


def bad_email(who: PersonFacts, _: date) -> bool | None:
    """No address, or one that cannot be one."""
    return not _EMAIL.fullmatch(who.email)


def no_phone(who: PersonFacts, _: date) -> bool | None:
    """No telephone number."""
    return not who.phone


def in_old_unit(who: PersonFacts, _: date) -> bool | None:
    """In a unit that is no more."""
    return _not(who.unit_is_active)


def not_yet_appointed(who: PersonFacts, _: date) -> bool | None:
    """In a functional formation without the appointment."""
    return who.functional_without_appointment


def cpns_too_long(who: PersonFacts, on: date) -> bool | None:
    """A CPNS for more than a year."""
    if who.status != CPNS:
        return False
    return None if who.cpns_on is None else on > _after_years(who.cpns_on, 1)


def two_structural_posts(who: PersonFacts, _: date) -> bool | None:
    """In two structural posts at once."""
    return None if who.structural_posts is None else who.structural_posts > 1


def past_pension(who: PersonFacts, on: date) -> bool | None:
    """Active on or after the first day of the pension."""
    if who.is_active is None or who.pension_on is None:
        return None
    return who.is_active and on >= who.pension_on


def past_unpaid_leave(who: PersonFacts, on: date) -> bool | None:
    """Recorded as on unpaid leave after its end."""
    if not who.is_on_unpaid_leave:
        return who.is_on_unpaid_leave
    ends = who.unpaid_leave_ends_before
    return None if ends is None else on >= ends


def cpns_after_pns(who: PersonFacts, _: date) -> bool | None:
    """Appointed as CPNS after being PNS."""
    if who.cpns_on is None or who.pns_on is None:
        return None
    return who.cpns_on > who.pns_on


def wrong_secondment(who: PersonFacts, _: date) -> bool | None:
    """A kind of secondment that does not go with the two agencies."""
    return _not(who.secondment_kind_fits)


def structural_too_soon(who: PersonFacts, _: date) -> bool | None:
    """In a structural post within two years of the appointment."""
    if who.post_kind != STRUCTURAL:
        return False if who.post_kind else None
    if who.cpns_on is None or who.post_since is None:
        return None
    return who.post_since < _after_years(who.cpns_on, _YEARS_BEFORE_STRUCTURAL)


def wrong_pppk_status(who: PersonFacts, _: date) -> bool | None:
    """A PPPK whose standing is not one of a PPPK."""
    return _not(who.pppk_status_fits) if who.status == PPPK else False


def nik_not_verified(who: PersonFacts, _: date) -> bool | None:
    """A NIK that the civil registry has not confirmed."""
    return _not(who.nik_is_verified)


def education_below_echelon(who: PersonFacts, _: date) -> bool | None:
    """An education that does not suffice for the echelon."""
    return _not(who.education_suffices_for_echelon)


def wrong_pppk_year(who: PersonFacts, _: date) -> bool | None:
    """The year in the number of a PPPK is not that of the first contract."""
    if who.status != PPPK:
        return False
    return year_beside_number(who, _)


def education_below_function(who: PersonFacts, _: date) -> bool | None:
    """An education that does not suffice for the functional post."""
    return _not(who.education_suffices_for_function)


def functional_name(who: PersonFacts, _: date) -> bool | None:
    """A general post by the name of a functional one."""
    return who.functional_name_in_general_post


def rank_below_leader(who: PersonFacts, _: date) -> bool | None:
    """A high leader below the lowest rank of the post."""
    return _not(who.rank_suffices_for_leader)


def birth_beside_number(who: PersonFacts, _: date) -> bool | None:
    """Another birth date than in the number."""
    digits = _digits(who)
    return digits[:8] != f"{who.born_on:%Y%m%d}" if digits and who.born_on else None


def cpns_beside_number(who: PersonFacts, _: date) -> bool | None:
    """Another month of appointment than in the number; that of a PPPK has no month."""
    if who.status == PPPK:
        return False
    digits = _digits(who)
    return digits[8:14] != f"{who.cpns_on:%Y%m}" if digits and who.cpns_on else None


def sex_beside_number(who: PersonFacts, _: date) -> bool | None:
    """Another sex than in the number; a specimen has none."""
    told = _SEX_DIGITS.get(_digits(who)[14:15])
    return told != who.sex if told and who.sex else None


def year_beside_number(who: PersonFacts, _: date) -> bool | None:
    """Another year of appointment than in the number."""
    began = who.contract_from if who.status == PPPK else who.cpns_on
    digits = _digits(who)
    return digits[8:12] != f"{began:%Y}" if digits and began else None
