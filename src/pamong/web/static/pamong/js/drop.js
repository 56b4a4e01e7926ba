// A file dropped on the door goes into its file field; the form is sent by a person.

const door = document.querySelector("[data-pamong-drop]");
const file = door.querySelector("[data-pamong-drop-file]");
const hint = door.querySelector("[data-pamong-drop-hint]");
const invitation = hint.textContent;
hint.hidden = false;

for (const name of ["dragenter", "dragover"]) {
  door.addEventListener(name, (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    door.classList.add("is-over");
  });
}

for (const name of ["dragleave", "drop"]) {
  door.addEventListener(name, () => door.classList.remove("is-over"));
}

door.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  const isOne = event.dataTransfer.files.length === 1;
  hint.textContent = isOne ? invitation : hint.dataset.pamongDropMany;
  if (isOne) file.files = event.dataTransfer.files;
  file.focus();
});
