// The review page: a value lights up its words, words go to a field, changes can be undone.
// Every change is sent by a form of the page; without this script the same forms have buttons.

import { WordCaret } from "./caret.js";
import { DocumentText } from "./text.js";

const page = document.querySelector("[data-pamong-review]");
const pick = page.querySelector("[data-pamong-pick]");
const picked = pick.querySelector("[data-pamong-picked]");
const isNarrow = matchMedia("(width < 62.5rem)");
const isStill = matchMedia("(prefers-reduced-motion: reduce)");

const textElement = () => page.querySelector("[data-pamong-text]");
const entryOf = (value) => value.querySelector("input:not([type=hidden]), textarea, select");
let text = new DocumentText(textElement());
let caret = new WordCaret(text);
let aimed = null; // the id of the field that picked words go to
let adding = null; // the id of the section that gets a row

// ── A value and its words ───────────────────────────────────────────────────────────────────────

const spansOf = (value) => value.dataset.pamongSpans ?? "";

function light(spans) {
  const ranges = text.ranges(spans);
  CSS.highlights?.set("pamong-words", new Highlight(...ranges));
  if (ranges.length) bringIntoView(ranges[0]);
}

function bringIntoView(range) {
  const sheet = textElement().parentElement;
  const isPane = sheet.scrollHeight > sheet.clientHeight && !isNarrow.matches;
  const behavior = isStill.matches ? "instant" : "smooth";
  const place = range.getBoundingClientRect();
  if (isPane) {
    const from = sheet.getBoundingClientRect();
    sheet.scrollBy({ top: place.top - from.top - from.height / 3, behavior });
  } else if (page.dataset.shown === "teks") {
    scrollBy({ top: place.top - innerHeight / 3, behavior });
  }
}

function aim(value) {
  const before = page.querySelector(".is-aim");
  if (before === value) return;
  before?.classList.remove("is-aim");
  value.classList.add("is-aim");
  aimed = entryOf(value).id;
  light(spansOf(value));
}

const aimedValue = () => aimed && document.getElementById(aimed)?.closest("[data-pamong-value]");

page.addEventListener("focusin", (event) => {
  const value = event.target.closest("[data-pamong-value]");
  const choice = event.target.closest("[data-pamong-spans]");
  if (value) aim(value);
  if (choice) light(choice.dataset.pamongSpans);
});

// ── Words to a field ────────────────────────────────────────────────────────────────────────────

function selectedRange() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return text.holds(range) && range.toString().trim() ? range : null;
}

document.addEventListener("selectionchange", () => {
  const range = selectedRange();
  const value = aimedValue();
  pick.hidden = !(range && value);
  if (pick.hidden) return;
  picked.textContent = shortened(range.toString().trim().replace(/\s+/g, " "));
  pick.querySelector("[data-pamong-aim]").textContent = value.dataset.pamongLabel;
});

const shortened = (words) =>
  words.length > 90 ? `${words.slice(0, 60).replace(/\S*$/, "")}… ${words.slice(-24).replace(/^\S*/, "")}` : words;

// Where of the text a value was taken from, as its form sends it; most values were not.
function spansIn(form) {
  if (!form.elements.spans) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "spans" }));
  return form.elements.spans;
}

function give() {
  const range = selectedRange();
  const value = aimedValue();
  if (!range || !value) return;
  const [start, end] = text.span(range);
  const entry = entryOf(value);
  put(entry, range.toString().trim().replace(/\s+/g, " "));
  const form = entry.form;
  const spans = spansIn(form);
  spans.value = `${spans.value} ${start}-${end}`.trim();
  value.dataset.pamongSpans = `${start}-${end}`;
  getSelection().removeAllRanges();
  show("draf");
  entry.focus();
  if (form.matches("[data-pamong-fill]")) form.requestSubmit();
}

// A choice takes the option that the words name; where they name none, they only become its ground.
function put(entry, words) {
  if (!(entry instanceof HTMLSelectElement)) {
    entry.value = words;
    return;
  }
  const said = ` ${words.toLowerCase()} `;
  const named = [...entry.options].filter(
    ({ value, label }) => value && [value, label].some((word) => said.includes(` ${word.toLowerCase()} `)),
  );
  if (named.length === 1) entry.value = named[0].value;
}

function take(value) {
  aim(value);
  show("teks");
  const spans = spansOf(value);
  CSS.highlights?.delete("pamong-words");
  textElement().focus({ preventScroll: true });
  caret.begin(spans);
}

pick.querySelector("[data-pamong-give]").addEventListener("click", give);
pick.querySelector("[data-pamong-leave]").addEventListener("click", leave);

function leave() {
  getSelection().removeAllRanges();
  show("draf");
  const value = aimedValue();
  if (!value) return;
  entryOf(value).focus();
  light(spansOf(value));
}

page.addEventListener("click", (event) => {
  const button = event.target.closest("[data-pamong-take]");
  if (button) take(button.closest("[data-pamong-value]"));
});

// ── Keys ────────────────────────────────────────────────────────────────────────────────────────

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (target === textElement()) return walk(event);
  const value = target.closest?.("[data-pamong-value]");
  if (value && key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    take(value);
  } else if (key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !isChanged(target)) {
    event.preventDefault();
    page.querySelector("[data-pamong-undo] button:not(:disabled)")?.form.requestSubmit();
  }
});

function walk(event) {
  if (event.key === "Enter" && selectedRange()) give();
  else if (event.key === "Escape") leave();
  else if (event.ctrlKey || event.metaKey || !caret.move(event.key, event.shiftKey)) return;
  event.preventDefault();
}

const isChanged = (target) => "defaultValue" in target && target.value !== target.defaultValue;

// ── Sending ─────────────────────────────────────────────────────────────────────────────────────

page.addEventListener("change", (event) => event.target.closest("[data-pamong-fill]")?.requestSubmit());

page.addEventListener("submit", (event) => {
  const form = event.target;
  adding = form.closest(".add")?.parentElement.id;
  if (!form.matches("[data-pamong-fill]")) return;
  const entry = form.elements.value;
  const isNew = entry instanceof HTMLSelectElement ? true : isChanged(entry);
  if (!isNew && !form.elements.spans?.value) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

// Whoever added a row often adds the next one: its form stays open, and is where typing goes.
function addAnother(section) {
  const form = document.querySelector(`#${section} > .add`);
  form.open = true;
  entryOf(form.querySelector("[data-pamong-value]")).focus();
}

document.addEventListener("htmx:afterSettle", () => {
  text = new DocumentText(textElement());
  caret.text = text;
  enhance();
  if (adding) addAnother(adding);
  adding = null;
  const value = aimedValue();
  if (!value) return;
  value.classList.add("is-aim");
  light(spansOf(value));
});

// ── Panes and dialogs ───────────────────────────────────────────────────────────────────────────

const tabs = page.querySelector("[data-pamong-tabs]");

function show(pane) {
  page.dataset.shown = pane;
  for (const tab of tabs.children) {
    const isShown = tab.getAttribute("aria-controls") === pane;
    tab.setAttribute("aria-selected", String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
  }
}

tabs.addEventListener("click", (event) => {
  const tab = event.target.closest("[role=tab]");
  if (!tab) return;
  show(tab.getAttribute("aria-controls"));
  const value = aimedValue();
  if (value) light(spansOf(value));
});

tabs.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  const other = tabs.querySelector("[aria-selected=false]");
  other.click();
  other.focus();
});

function takeButton(label) {
  const button = page.querySelector("[data-pamong-take-button]").content.firstElementChild.cloneNode(true);
  button.setAttribute("aria-label", button.getAttribute("aria-label").replace("*", label));
  return button;
}

// The page holds plain forms. Here htmx learns what each answer replaces: its value, or the draft.
function enhance() {
  for (const value of page.querySelectorAll("[data-pamong-value]")) {
    if (!value.querySelector("[data-pamong-take]")) entryOf(value).after(takeButton(value.dataset.pamongLabel));
  }
  for (const form of page.querySelectorAll("[data-pamong-fill]:not([hx-post]), [data-pamong-act]:not([hx-post])")) {
    const isFill = form.matches("[data-pamong-fill]");
    form.setAttribute("hx-post", form.getAttribute("action"));
    form.setAttribute("hx-target", isFill ? "closest [data-pamong-value]" : "#desk");
    form.setAttribute("hx-swap", "outerHTML");
    form.setAttribute("hx-sync", "this:drop");
    htmx.process(form);
  }
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-pamong-dialog]");
  if (opener) {
    event.preventDefault();
    document.getElementById(opener.dataset.pamongDialog).showModal();
  }
  event.target.closest("[data-pamong-close]")?.closest("dialog").close();
});

tabs.hidden = false;
show("draf");
enhance();
