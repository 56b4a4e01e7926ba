// The document's text by characters, as the server counts them: code points, not UTF-16 units.

const length = (text) => Array.from(text).length;

/** Finds places in the element that carries the text, segment by segment. */
export class DocumentText {
  constructor(element) {
    this.element = element;
  }

  get words() {
    return this.element.textContent;
  }

  /** Ranges of "12-40 55-60". */
  ranges(spans) {
    return spans
      .split(" ")
      .filter(Boolean)
      .map((span) => this.range(...span.split("-").map(Number)));
  }

  range(start, end) {
    const range = document.createRange();
    range.setStart(...this.#place(start, false));
    range.setEnd(...this.#place(end, true));
    return range;
  }

  /** The first and past-the-end character of a range, without white space at its ends. */
  span(range) {
    const words = range.toString();
    const start = this.#offset(range.startContainer, range.startOffset);
    const before = length(words) - length(words.trimStart());
    return [start + before, start + before + length(words.trim())];
  }

  holds(range) {
    return this.element.contains(range.commonAncestorContainer);
  }

  #place(offset, isEnd) {
    const segments = this.element.querySelectorAll("[data-pamong-at]");
    let found = segments[0];
    for (const segment of segments) {
      const at = Number(segment.dataset.pamongAt);
      if (isEnd ? at >= offset : at > offset) break;
      found = segment;
    }
    const points = Array.from(found.textContent);
    const within = points.slice(0, offset - Number(found.dataset.pamongAt)).join("");
    return [found.firstChild, within.length];
  }

  #offset(node, units) {
    const segment = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-pamong-at]");
    if (!segment) {
      const next = node.childNodes[units];
      return next ? Number(next.dataset.pamongAt) : length(this.words);
    }
    const within = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, units) : "";
    return Number(segment.dataset.pamongAt) + length(within);
  }
}
