"""The links around the list of findings: states, urgency, rules, OPDs, pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from pamong import law
from pamong.apps.findings.choices import FAMILIES
from pamong.apps.findings.life import State
from pamong.apps.findings.listing import Listing
from pamong.web.aturan.names import title_of
from pamong.web.standpoint import Standpoint
from pamong.web.temuan.filters import FAMILY, OPD, PAGE, RULE, STATE, Door, FindingFilter

NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class Doors:
    """Everything that the list links to."""

    states: list[Door]
    families: list[Door]
    rules: list[Door]
    opd: list[Door]
    pages: list[Door]


def doors(here: Standpoint, filters: FindingFilter, listing: Listing) -> Doors:
    """Return the links of one page of the list; each keeps the rest of the filter."""

    def door(name: str, value: str, label: str, number: int) -> Door:
        is_here = filters.typed[name] == value
        changes = {name: "" if is_here else value}
        return Door(label, number, _address(here, filters.turned(**changes)), is_here, value)

    tally = listing.tally
    return Doors(
        states=list(_states(here, filters, listing)),
        families=[
            door(FAMILY, value, str(label), tally.families[value])
            for value, label in FAMILIES.items()
            if value in tally.families
        ],
        rules=[door(RULE, each, rule_title(each), number) for each, number in tally.rules.items()],
        opd=[
            door(OPD, str(key or ""), name or gettext("Tanpa OPD"), number)
            for key, (name, number) in tally.opd.items()
        ],
        pages=list(_pages(lambda page: _address(here, filters.turned(**page)), listing)),
    )


def rule_title(rule_id: str) -> str:
    """Return the title of a rule; a finding may be older than the rules of today."""
    rule = law.rules().get(rule_id)
    return title_of(rule) if rule else rule_id


def _states(here: Standpoint, filters: FindingFilter, listing: Listing) -> Iterable[Door]:
    for state in State:
        value = "" if state is State.TERBUKA else state.value
        yield Door(
            str(state.label),
            listing.states[state],
            _address(here, filters.turned(**{STATE: value})),
            state is filters.asked.state,
            value,
        )


def _pages(address: Callable[[dict[str, str]], str], listing: Listing) -> Iterable[Door]:
    """Yield the first page, those around this one, and the last."""
    if listing.pages == 1:
        return
    near = range(listing.page - NEIGHBOURS, listing.page + NEIGHBOURS + 1)
    for number in sorted({1, *near, listing.pages}):
        if 1 <= number <= listing.pages:
            value = "" if number == 1 else str(number)
            yield Door(str(number), number, address({PAGE: value}), number == listing.page)


def _address(here: Standpoint, query: dict[str, str]) -> str:
    return here.address("temuan:list", here.government.slug, **query)
