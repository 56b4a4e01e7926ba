// Walking through the words of the document by keyboard; the browser's own selection shows where.

const WORD = /\S+/gu;

/** Keeps which words are selected, by number, and moves them. */
export class WordCaret {
  constructor(text) {
    this.text = text;
    this.#count();
    this.anchor = this.focus = 0;
  }

  /** Begin at the words of a span, or where the caret last stood. */
  begin(spans) {
    this.#count();
    const [start, end] = (spans.split(" ")[0] || "").split("-").map(Number);
    const inside = this.all.flatMap((word, number) => (word.end > start && word.start < end ? [number] : []));
    if (inside.length) [this.anchor, this.focus] = [inside[0], inside.at(-1)];
    this.show();
  }

  /** Move for a key; true where the key was one of ours. */
  move(key, widens) {
    const to = this.#goal(key);
    if (to === undefined) return false;
    this.focus = Math.max(0, Math.min(this.all.length - 1, to));
    if (!widens) this.anchor = this.focus;
    this.show();
    return true;
  }

  show() {
    if (!this.all.length) return;
    const [first, last] = [this.anchor, this.focus].sort((a, b) => a - b);
    const range = this.text.range(this.all[first].start, this.all[last].end);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
  }

  #goal(key) {
    const line = this.all[this.focus]?.line;
    switch (key) {
      case "ArrowRight":
        return this.focus + 1;
      case "ArrowLeft":
        return this.focus - 1;
      case "ArrowDown":
        return this.#from((word) => word.line > line, this.all.length - 1);
      case "ArrowUp":
        return this.#from((word) => word.line === this.#lineBefore(line), 0);
      case "Home":
        return this.#from((word) => word.line === line, 0);
      case "End":
        return this.all.findLastIndex((word) => word.line === line);
      default:
        return undefined;
    }
  }

  #from(fits, otherwise) {
    const found = this.all.findIndex(fits);
    return found < 0 ? otherwise : found;
  }

  #lineBefore(line) {
    return this.all.findLast((word) => word.line < line)?.line;
  }

  #count() {
    const words = this.text.words;
    let [units, points, line] = [0, 0, 0];
    this.all = [];
    for (const match of words.matchAll(WORD)) {
      const gap = words.slice(units, match.index);
      line += gap.split("\n").length - 1;
      const start = points + Array.from(gap).length;
      points = start + Array.from(match[0]).length;
      units = match.index + match[0].length;
      this.all.push({ start, end: points, line });
    }
  }
}
