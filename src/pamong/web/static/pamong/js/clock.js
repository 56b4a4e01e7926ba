// How long a review was to be seen: over its pages and visits, in this browser, without a name.
// The form that confirms sends it; where a browser keeps nothing, the time stays unknown.

const place = document.querySelector("[data-pamong-clock]");
const key = `pamong-clock-${place.dataset.pamongClock}`;
let since = document.hidden ? null : performance.now();

const kept = () => Number(localStorage.getItem(key)) || 0;

function keep() {
  if (since === null) return;
  const now = performance.now();
  localStorage.setItem(key, String(kept() + (now - since) / 1000));
  since = now;
}

try {
  keep();
  document.addEventListener("visibilitychange", () => {
    keep();
    since = document.hidden ? null : performance.now();
  });
  // Some browsers restore a page as it was left; it goes on counting then.
  window.addEventListener("pagehide", () => {
    keep();
    since = null;
  });
  window.addEventListener("pageshow", () => {
    since ??= document.hidden ? null : performance.now();
  });
  place.addEventListener("submit", (event) => {
    if (event.target !== place) return; // the forms of the review page say nothing of time
    keep();
    place.elements.seconds.value = String(Math.max(Math.round(kept()), 1));
    since = null;
    localStorage.removeItem(key);
  });
} catch {
  // Storage is refused: nothing is counted.
}
