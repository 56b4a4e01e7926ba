"""From where the site is seen: one government, on one day. Both stand in the address."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils import timezone

DAY_PARAMETER = "per"
WESTERN_TIME = "Asia/Jakarta"


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The day that the page shows, and what day it is now where the government is."""

    day: date
    today: date

    @property
    def is_today(self) -> bool:
        """Whether the page shows the present."""
        return self.day == self.today


def today_in(time_zone: str = WESTERN_TIME) -> date:
    """Tell what day it is now in ``time_zone``; "today" is the government's, not the server's."""
    return timezone.now().astimezone(ZoneInfo(time_zone)).date()
