"""Every page by keyboard alone: each control is reached by Tab, in sight and visibly focused."""

import pytest
from tests.browser.conftest import PARTS, SIZES, part_of
from tests.support.addresses import asked

CONTROLS = """() => {
  const fields = "input:not([type=hidden]), select, textarea";
  const wanted = `a[href], button, summary, [tabindex="0"], ${fields}`;
  return [...document.querySelectorAll(wanted)].filter((control) =>
    control.checkVisibility({visibilityProperty: true}) && !control.disabled
    && control.tabIndex >= 0
  ).map((control, index) => {
    control.dataset.walk = index;
    return control.outerHTML.slice(0, 90);
  });
}"""
FOCUSED = """() => {
  const control = document.activeElement;
  if (!control || control === document.body) return null;
  const style = getComputedStyle(control);
  const ring = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none";
  const mark = ring || style.boxShadow !== "none";
  const box = control.getBoundingClientRect();
  const inSight = box.bottom > 0 && box.top < innerHeight;
  return {walk: control.dataset.walk ?? null, mark, inSight, html: control.outerHTML.slice(0, 90)};
}"""
WALKED = f"""() => {{
  const focused = {FOCUSED};
  window.walked = [];
  addEventListener("keydown", () => window.walked.push(focused()), true);
}}"""
"""Looks at each control at the next key, when it has had the focus: a page has hundreds."""
MOST = 400


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("size", SIZES)
def test_every_control_of_every_page_is_reached_and_seen(visit, pages, size, part):
    seen = visit(size)
    for name, address in part_of(pages, part):
        page = seen.open(asked(address, per="2024-10-01"))
        controls = page.evaluate(CONTROLS)
        page.evaluate(WALKED)
        for _ in range(min(len(controls) + 6, MOST)):
            page.keyboard.press("Tab")
        walked = [focused for focused in page.evaluate("walked") if focused]
        reached = {int(each["walk"]): each for each in walked if each["walk"] is not None}

        missed = [html for index, html in enumerate(controls) if index not in reached]
        unmarked = [it["html"] for it in reached.values() if not (it["mark"] and it["inSight"])]
        radios = [html for html in missed if 'type="radio"' in html]
        assert [html for html in missed if html not in radios] == [], name
        assert unmarked == [], name
