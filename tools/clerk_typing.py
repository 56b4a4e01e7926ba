"""A forum of a document put down by hand: the forum, each directive, each thing that was said."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from clerk_page import Hands
from keystrokes import Tally
from playwright.sync_api import Page

REASON = "dari berita"
CLOSING = re.compile(r"[”\"]")
Row = Mapping[str, Any]


def put_down(page: Page, tally: Tally, address: str, label: Row, text: str) -> None:
    """Put down what a label says; a document that is no forum is only read."""
    hands = Hands(page, tally, text)
    hands.read(text)
    if not label["is_forum"]:
        return
    name = label["region"].split(" ", 1)[1]
    offices = {row["name"]: _bare(row["office"], name) for row in label["speakers"]}
    capacities = {row["name"]: row["capacity"] for row in label["speakers"]}
    _announce(hands, f"{address}/forum/", label, offices, capacities)
    for row in label["directives"]:
        if row["by"]:
            hands.press(page.locator(".entry-doors a[href*='/arahan/']"), loads=True)
            _who(hands, row["by"], offices, capacities)
            hands.write(page.locator("#id_gist"), row["gist"], is_in_document=True)
            hands.write(page.locator("#id_to"), row["to"] or "semua yang hadir")
            hands.choose(page.locator("#id_topic"), row["topic"])
            _end(hands)
            tally.fields += 1
    for row in label["quotes"]:
        if row["speaker"]:
            hands.press(page.locator(".entry-doors a[href*='/pernyataan/']"), loads=True)
            _who(hands, row["speaker"], offices, capacities)
            hands.write(page.locator("#id_words"), quotation(text, row["first_five_words"]))
            _end(hands)
            tally.fields += 1


def quotation(text: str, beginning: str) -> str:
    """Return the whole of a quotation that begins so."""
    plain = " ".join(text.split())
    start = plain.index(beginning)
    end = CLOSING.search(plain, start)
    return plain[start : end.start() if end else None]


def _announce(
    hands: Hands,
    address: str,
    label: Row,
    offices: Mapping[str, str],
    capacities: Mapping[str, str],
) -> None:
    page = hands.page
    hands.open(f"{address}baru/")
    hands.choose(page.locator("#id_kind"), label["forum_kind"])
    hands.write(page.locator("#id_title"), f"{label['forum_kind']} {label['region']}")
    day = date.fromisoformat(label["date"])
    hands.write(page.locator("#id_day"), f"{day.day}/{day.month}/{day.year}")
    hands.tally.fields += 3
    if label["speakers"]:
        chair = label["speakers"][0]["name"]
        hands.write(page.locator("#id_chair"), chair)
        hands.write(page.locator("#id_chair_office"), offices[chair])
        hands.choose(page.locator("#id_chair_capacity"), capacities[chair])
        hands.tally.fields += 3
    _end(hands)
    hands.read(page.locator("main").inner_text())
    hands.press(page.locator("button[name=setuju]"), loads=True)


def _who(
    hands: Hands, name: str, offices: Mapping[str, str], capacities: Mapping[str, str]
) -> None:
    page = hands.page
    hands.write(page.locator("#id_name"), name)
    if name in offices:
        hands.write(page.locator("#id_office"), offices[name])
        hands.choose(page.locator("#id_capacity"), capacities[name])


def _end(hands: Hands) -> None:
    """Give the reason and send the form with Enter."""
    hands.write(hands.page.locator("#id_reason"), REASON)
    hands.press_key("Enter", loads=True)


def _bare(office: str, government: str) -> str:
    """Leave out the government, which the forms know."""
    return re.sub(rf"\s+(?:(?:Kabupaten|Kota|Provinsi)\s+)?{re.escape(government)}$", "", office)
