"""How the people of a roster are made up, for charts: by age and sex on its day.

By rank and by education the nominatif counts them (``nominatif.py``).
"""

from django.db.models import Case, Count, F, FilteredRelation, Q, Value, When

from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_wanted import born_in

AGES = {
    "-24": (0, 24),
    **{f"{age}-{age + 4}": (age, age + 4) for age in range(25, 65, 5)},
    "65-": (65, 120),
}
"""Bands of age in full years, both ends included."""
UNKNOWN = ""
"""What stands for an age or sex that is not on record."""


def by_age_and_sex(roster: Roster) -> dict[tuple[str, str], int]:
    """Return how many people are of each band of age and sex.

    The caller brings a roster of people whose birth may be seen.
    """
    return roster.remembered("age and sex", lambda: _counted(roster))


def _counted(roster: Roster) -> dict[tuple[str, str], int]:
    day = roster.day
    told = Q(personaldetails_entries__starts_on__lte=day) & (
        Q(personaldetails_entries__ends_before=None)
        | Q(personaldetails_entries__ends_before__gt=day)
    )
    bands = [(band, born_in(band, day=day, bands=AGES)) for band in AGES]
    band = Case(
        *(
            When(born_on__gt=born[0], born_on__lte=born[1], then=Value(name))
            for name, born in bands
            if born is not None
        ),
        default=Value(UNKNOWN),
    )
    rows = roster.people(at_once=True).alias(
        details=FilteredRelation("personaldetails_entries", condition=told)
    )
    counted = rows.order_by().values_list(band, F("details__sex")).annotate(number=Count("pk"))
    found: dict[tuple[str, str], int] = {}
    for age, sex, number in counted:
        found[age, sex or UNKNOWN] = found.get((age, sex or UNKNOWN), 0) + number
    return found
