// What every page needs: menus that close, and the picker of the day.

const menus = () => document.querySelectorAll("[data-pamong-menu][open]");

document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// The written day stays the field that is sent; the browser's calendar only fills it.
for (const button of document.querySelectorAll("[data-pamong-pick-day]")) {
  const picker = button.parentElement.querySelector("input[type=date]");
  const field = document.getElementById(button.dataset.pamongPickDay);
  button.hidden = false;
  button.addEventListener("click", () => picker.showPicker());
  picker.addEventListener("change", () => {
    if (!picker.value) return;
    field.value = picker.value;
    field.form.requestSubmit();
  });
}

// Two clicks are one act: the answer to the second would tell of a refusal, or hide a password.
// A page that the back button brings again may send again, and so may one whose answer is a file.
const PAUSE = 5000;
const sent = new WeakMap();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (Date.now() - (sent.get(form) ?? -PAUSE) < PAUSE) event.preventDefault();
  else sent.set(form, Date.now());
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) sent.delete(form);
});

// A page that was asked for on paper opens the dialog; its own stylesheet is there by then.
const sheet = document.querySelector("[data-pamong-sheet]");
if (sheet) window.addEventListener("load", () => window.print());
