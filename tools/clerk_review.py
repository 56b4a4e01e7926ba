"""A document uploaded, its draft corrected to the label, and confirmed or set aside."""

import runpy
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from clerk_page import Hands
from django.conf import settings
from keystrokes import Tally
from playwright.sync_api import Page
from touches import PAIR, RECORDED, ROWS, SINGLE, alike, name_likeness, paired, same, wording

import pamong
from pamong.kernel.day import DayTextError, format_day, parse_day

KINDS = Path(pamong.__file__).parent / "apps" / "forums" / "models" / "kinds.py"
if not settings.configured:
    settings.configure(USE_I18N=False)  # the page is read as it stands in Indonesian
LABELS = {one: str(label) for one, label in runpy.run_path(str(KINDS))["Topic"].choices}
SLUGS = {label: value for value, label in LABELS.items()}
VALUES = """() => Object.fromEntries(
  [...document.querySelectorAll("#desk [id^='v-'][data-pamong-value]")].map((one) =>
    [one.id.slice(2), one.querySelector("input:not([type=hidden]), textarea, select").value]))"""
SHOWN = """() => [...document.querySelectorAll("#desk [data-pamong-value][id^='v-']")]
  .map((one) => one.querySelector("input:not([type=hidden]), textarea, select"))
  .filter((entry) => entry.checkVisibility()).map((entry) => entry.value)"""
REASON = "bukan forum"
LISTS = (*ROWS, "attestations")
MENTION = {"office": wording, "capacity": wording, "day": wording}
Row = Mapping[str, Any]


def review(page: Page, tally: Tally, address: str, path: Path, label: Row, text: str) -> None:
    """Take one document from its file to its record."""
    hands = Hands(page, tally, text)
    hands.open(f"{address}/dokumen/")
    tally.click()
    tally.click(thinks=False)  # the file in the dialog of the browser, opened by a double click
    page.set_input_files("#id_file", path)
    hands.press(page.locator("form.arrival button[type=submit]"), loads=True)
    if "/tinjau/" not in page.url:  # taken in before, and not yet decided
        hands.press(page.locator("aside a.btn-primary"), loads=True)
    hands.read(text)
    hands.read(" ".join(page.evaluate(SHOWN)))
    if label["is_forum"]:
        correct(hands, label)
        hands.press(page.locator("#toolbar a.btn-primary"), loads=True)
        hands.read(page.locator("main").inner_text())
        hands.press(page.locator("main form button.btn-primary"), loads=True)
        if page.locator(".message-error").count() or "/kukuhkan/" in page.url:
            raise RuntimeError(f"{path.name}: {page.locator('main').inner_text()}")
    else:
        hands.press(page.locator("a[data-pamong-dialog=sisihkan]"))
        hands.write(page.locator("#alasan"), REASON)
        hands.press(page.locator("#sisihkan button.btn-primary"), loads=True)


def correct(hands: Hands, label: Row) -> None:
    """Make the draft what the label says, value by value and row by row."""
    draft = drafted(hands.page)
    for name in SINGLE:
        if not same(label[name], draft[name]):
            fill(hands, name, label[name])
    wanted = label["on_behalf_of"] or {}
    for part, likeness in zip(PAIR, (name_likeness, wording), strict=True):
        if not alike(wanted.get(part), draft["on_behalf_of"].get(part), likeness):
            fill(hands, f"on_behalf_of-{part}", wanted.get(part))
    for rows, (pairing, parts) in ROWS.items():
        if rows in RECORDED:
            _rows(
                hands,
                rows,
                label[rows],
                draft[rows],
                paired(label[rows], draft[rows], pairing),
                parts,
            )
    for speaker in label["speakers"]:
        _mention(hands, {**speaker, "day": label["date"]})


def drafted(page: Page) -> dict[str, Any]:
    """Return the draft as the page shows it, in the form of a label."""
    shown: dict[str, str] = page.evaluate(VALUES)
    draft: dict[str, Any] = {name: shown.get(name) or None for name in SINGLE}
    draft["is_forum"] = shown["is_forum"] == "ya"
    draft["date"] = _iso(shown["date"])
    draft["on_behalf_of"] = {part: shown[f"on_behalf_of-{part}"] for part in PAIR}
    draft |= {rows: [] for rows in LISTS}
    for key, text in shown.items():
        rows, _dash, rest = key.partition("-")
        number, _dash, part = rest.partition("-")
        if rows not in LISTS or not number.isdecimal():
            continue
        if part and int(number) == len(draft[rows]):
            draft[rows].append({})
        if not part:
            draft[rows].append(SLUGS.get(text, text))
        else:
            draft[rows][int(number)][part] = _value(part, text)
    for row in draft["quotes"]:
        row["first_five_words"] = " ".join(row["text"].split()[:5])
    return draft


def fill(hands: Hands, key: str, value: Any) -> None:
    """Put one value into its field, choosing a candidate where it is offered."""
    entry = hands.page.locator(f"#v-{key}-i")
    words = written(key, value)
    offered = hands.page.locator(f"#v-{key} button.choice", has_text=words) if words else None
    hands.tally.fields += 1
    if offered and offered.count():
        hands.press(offered.first)
    elif entry.evaluate("one => one.tagName") == "SELECT":
        hands.choose(entry, words)
    else:
        hands.write(entry, words)
        hands.press_key("Tab")


def _rows(
    hands: Hands,
    rows: str,
    wanted: list[Any],
    found: list[Any],
    pairs: Mapping[int, int],
    parts: Mapping[str, Any],
) -> None:
    for number, place in pairs.items():
        for part, likeness in parts.items():
            if not alike(wanted[number].get(part), found[place].get(part), likeness):
                fill(hands, f"{rows}-{place}-{part}", wanted[number].get(part))
    for place in reversed(range(len(found))):
        if place not in pairs.values():
            remove(hands, rows, place)
    for number, row in enumerate(wanted):
        if number not in pairs:
            add(hands, rows, row if isinstance(row, dict) else {"": row})


def _mention(hands: Hands, wanted: Row) -> None:
    """Let a speaker be mentioned by his office, where that has not followed by itself."""
    found = drafted(hands.page)["attestations"]
    same = (
        place
        for place, row in enumerate(found)
        if alike(wanted["name"], row["name"], name_likeness)
    )
    place = next(same, None)
    if place is None:
        add(hands, "attestations", wanted)
        return
    for part, likeness in MENTION.items():
        if not alike(wanted[part], found[place][part], likeness):
            section = hands.page.locator("#bagian-attestations")
            if not section.evaluate("one => one.open"):
                hands.press(section.locator("> summary"), thinks=False)
            fill(hands, f"attestations-{place}-{part}", wanted[part])


def remove(hands: Hands, rows: str, place: int) -> None:
    """Take a row out of the draft."""
    hands.tally.fields += 1
    row = hands.page.locator(f"#bagian-{rows} fieldset").nth(place)
    hands.press(row.locator(".row-remove button"))


def add(hands: Hands, rows: str, row: Row) -> None:
    """Add a row to the draft."""
    hands.tally.fields += 1
    part = hands.page.locator(f"#bagian-{rows}")
    if not part.evaluate("one => one.open"):
        hands.press(part.locator("> summary"), thinks=False)
    if not part.locator("details.add").evaluate("one => one.open"):
        hands.press(part.locator("details.add > summary"))
    form = part.locator("details.add form")
    entries = [one for one in form.locator("[id^='t-']").all() if one.get_attribute("name")]
    last = None
    for entry in entries:
        name = str(entry.get_attribute("name")).removeprefix("value-")
        words = written(name, row.get(name))
        if not words or entry.input_value() == words:
            continue
        last = entry
        if entry.evaluate("one => one.tagName") == "SELECT":
            hands.choose(entry, words)
        elif name == "gist":
            hands.pick(entry, words)
        else:
            hands.write(entry, words)
    if last and last.evaluate("one => one.tagName") == "INPUT":
        hands.press_key("Enter")
    else:
        hands.press(form.locator("button.btn-primary"), thinks=False)


def written(key: str, value: Any) -> str:
    """Return a value as the page writes it."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    part = key.rpartition("-")[2]
    if value and part in {"date", "start", "end", "day"}:
        return format_day(date.fromisoformat(value))
    return LABELS.get(value, value) if part in {"topic", ""} else str(value or "")


def _value(part: str, text: str) -> str | None:
    if part in {"start", "end", "day"}:
        return _iso(text)
    return SLUGS.get(text, text) if part == "topic" else text or None


def _iso(text: str) -> str | None:
    try:
        return parse_day(text).isoformat() if text else None
    except DayTextError:
        return text
