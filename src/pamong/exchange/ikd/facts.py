"""What the indicators look at: one row a person, as of one day. ``None`` is "not recorded"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The facts of one person who is active, as the registry has them on a day.

    Texts are empty where nothing is recorded. What needs the law (whether an education suffices
    for an echelon) is told by whoever asks the rules; ``None`` where they cannot say.
    """

    person: int
    unit: int | None
    status: str
    """``pns``, ``cpns`` or ``pppk``."""
    nip: str = ""
    born_on: date | None = None
    sex: str = ""
    """The values of ``kernel.identity.Sex``."""
    cpns_on: date | None = None
    pns_on: date | None = None
    contract_from: date | None = None
    post: str = ""
    post_kind: str = ""
    """``struktural``, ``fungsional`` or ``pelaksana``."""
    post_since: date | None = None
    echelon: str = ""
    education: str = ""
    title: str = ""
    """The degree; asked for from S-1 on."""
    has_degree: bool | None = None
    email: str = ""
    phone: str = ""
    appraised_this_year: bool | None = None
    unit_is_active: bool | None = None
    functional_name_in_general_post: bool | None = None
    functional_without_appointment: bool | None = None
    structural_posts: int | None = None
    is_active: bool | None = None
    pension_on: date | None = None
    unpaid_leave_ends_before: date | None = None
    is_on_unpaid_leave: bool | None = None
    secondment_kind_fits: bool | None = None
    pppk_status_fits: bool | None = None
    nik_is_verified: bool | None = None
    education_suffices_for_echelon: bool | None = None
    education_suffices_for_function: bool | None = None
    rank_suffices_for_leader: bool | None = None
