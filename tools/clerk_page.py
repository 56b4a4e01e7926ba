"""A page of the site under a clerk's hands: each thing is really done, and counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from keystrokes import Tally
from playwright.sync_api import Locator, Page

TABS = """(target) => {
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.type !== "hidden")
    .filter((one) => one.checkVisibility());
  const here = stops.indexOf(document.activeElement), there = stops.indexOf(target);
  return here < 0 || there < 0 ? 999 : Math.abs(there - here);
}"""
ASKING = ".htmx-request, .htmx-swapping, .htmx-settling"
BEST = """([pane, gist]) => {
  const words = (text) => new Set(text.toLowerCase().match(/[\\p{L}\\d]{4,}/gu) ?? []);
  const wanted = words(gist), text = pane.textContent;
  const parts = [...text.matchAll(/[^.\\n]{12,480}/g)].map((part) => {
    const has = words(part[0]);
    const shared = [...wanted].filter((word) => has.has(word)).length;
    const start = part.index, end = start + part[0].trimEnd().length;
    return { start, end, shared, size: has.size };
  });
  parts.sort((a, b) => b.shared - a.shared || a.size - b.size);
  return parts[0];
}"""
MARK = """([pane, start, end]) => {
  const range = document.createRange();
  const walk = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
  for (let at = 0, node; (node = walk.nextNode()); at += node.length) {
    if (start >= at && start <= at + node.length) range.setStart(node, start - at);
    if (end >= at && end <= at + node.length) { range.setEnd(node, end - at); break; }
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
LETTERS = 2  # of an option, until a list has jumped to it


class Hands:
    """What a clerk does on one page, and the tally of it."""

    def __init__(self, page: Page, tally: Tally, text: str) -> None:
        self.page = page
        self.tally = tally
        self.document = " ".join(text.split())

    def open(self, address: str) -> None:
        """Go to an address, as by a link."""
        with self.waiting(loads=True):
            self.page.goto(address)

    def press(self, target: Locator, *, loads: bool = False, thinks: bool = True) -> None:
        """Click on something."""
        self.tally.click(thinks=thinks)
        with self.waiting(loads=loads):
            target.click()

    def press_key(self, key: str, keys: int = 1, *, loads: bool = False) -> None:
        """Press a key, or several together."""
        self.tally.press(keys)
        with self.waiting(loads=loads):
            self.page.keyboard.press(key)

    def write(self, target: Locator, text: str, *, is_in_document: bool = False) -> None:
        """Reach a field and put a text in place of what stands there."""
        self._go(target)
        if target.input_value():
            self.tally.press(2)  # everything marked
        self.tally.write(
            text,
            is_suggested=self._is_suggested(target, text),
            is_in_document=is_in_document or text in self.document,
        )
        target.fill(text)

    def pick(self, target: Locator, gist: str) -> None:
        """Mark the words of the document that say this, beside the field, and let them be put."""
        self._go(target)
        pane = self.page.locator("[data-pamong-text]").element_handle()
        best = self.page.evaluate(BEST, [pane, gist])
        self.tally.click()
        self.tally.click(thinks=False)  # where the words begin, and where they end
        self.page.evaluate(MARK, [pane, best["start"], best["end"]])
        self.press(self.page.locator("[data-pamong-give]"), thinks=False)

    def choose(self, target: Locator, value: str) -> None:
        """Reach a list and choose from it by its first letters."""
        self._go(target)
        self.tally.thoughts += 1
        self.tally.press(LETTERS)
        with self.waiting():
            target.select_option(value)

    def read(self, words: str) -> None:
        """Read what is shown."""
        self.tally.words += len(words.split())

    @contextmanager
    def waiting(self, *, loads: bool = False) -> Iterator[None]:
        """Wait for whatever the site answers, by the clock."""
        began = perf_counter()
        if loads:
            self.tally.loads += 1
            with self.page.expect_navigation(wait_until="load"):
                yield
        else:
            yield
        self.page.locator(ASKING).first.wait_for(state="detached")
        self.tally.waited += perf_counter() - began

    def _go(self, target: Locator) -> None:
        self.tally.go(int(target.evaluate(TABS)))
        target.focus()

    @staticmethod
    def _is_suggested(target: Locator, text: str) -> bool:
        options = target.evaluate("one => [...(one.list?.options ?? [])].map((o) => o.value)")
        return text in options
