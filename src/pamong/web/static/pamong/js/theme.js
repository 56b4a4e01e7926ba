// Light or dark as the browser remembers it. Loaded before the page is drawn, so nothing flashes;
// without a choice the system's own scheme holds.
(() => {
  const KEY = "pamong-theme";
  const root = document.documentElement;
  root.dataset.script = "";
  const chosen = localStorage.getItem(KEY);
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-pamong-theme]")) {
      const tell = () => button.setAttribute("aria-pressed", String(isDark()));
      button.hidden = false;
      button.addEventListener("click", () => {
        root.dataset.theme = isDark() ? "light" : "dark";
        localStorage.setItem(KEY, root.dataset.theme);
        tell();
      });
      tell();
    }
  });
})();
