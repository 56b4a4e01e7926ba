"""Writing days as iCalendar (RFC 5545): all-day events that keep their names.

A day is a day of the government, whatever zone the telephone is in, so events carry dates and no
hours. The text depends on nothing but its content, so that an unchanged calendar has the same tag.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

MAKER = "-//Pamong//Kalender pemerintah daerah//ID"
A_DAY = timedelta(days=1)
EVERY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class DayEvent:
    """One day of one thing. ``key`` stays the same when the day moves; ``link`` is a whole one."""

    key: str
    day: date
    title: str
    words: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class CalendarHead:
    """What a calendar says of itself; ``told_on`` is the day as of which it is told."""

    name: str
    words: str
    domain: str
    zone: str
    told_on: date


def calendar_text(head: CalendarHead, events: Iterable[DayEvent]) -> bytes:
    """Return a calendar as iCalendar, by day and then by key."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", head.name)
    # Of what is no standard the library does not know that it is text, which is to be escaped.
    calendar.add("x-wr-calname", vText(head.name))
    calendar.add("x-wr-caldesc", vText(head.words))
    calendar.add("x-wr-timezone", vText(head.zone))
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", EVERY)
    stamp = datetime.combine(head.told_on, time(), UTC)
    for event in sorted(events, key=lambda each: (each.day, each.key)):
        calendar.add_component(_event(head, event, stamp))
    text: bytes = calendar.to_ical()
    return text


def _event(head: CalendarHead, told: DayEvent, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{told.key}@{head.domain}")
    event.add("dtstamp", stamp)
    event.add("dtstart", told.day)
    event.add("dtend", told.day + A_DAY)
    event.add("summary", told.title)
    if told.words:
        event.add("description", told.words)
    if told.link:
        event.add("url", told.link)
    event.add("transp", "TRANSPARENT")
    return event
