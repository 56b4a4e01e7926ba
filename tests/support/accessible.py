"""What axe finds on a page that keeps somebody from reading it, and how wide the page is."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
READ_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe that read colours; all others read names, structure and size."""
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Without preload: axe asks for imported styles by the page's address, not by the style's. What is
# well need not be told node by node: on a long page that is most of the work.
_BRIEFLY = {"preload": False, "resultTypes": ["violations"]}
EVERYTHING = {"runOnly": _RULES, **_BRIEFLY}
COLOURS = {"runOnly": {"type": "rule", "values": READ_COLOURS}, **_BRIEFLY}
ALL_BUT_COLOURS = EVERYTHING | {"rules": {rule: {"enabled": False} for rule in READ_COLOURS}}


def troubles(page: Page, options: dict = EVERYTHING) -> list[str]:
    """Return what keeps somebody from reading the page, as axe finds it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options).then((all) => all.violations)", options)
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for each in found
        for node in each["nodes"]
    ]
