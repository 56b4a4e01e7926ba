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

// A page that was asked for on paper opens the dialog; its own stylesheet is there by then.
const sheet = document.querySelector("[data-pamong-sheet]");
if (sheet) window.addEventListener("load", () => window.print());
