// Wagtail's rich text editor puts what was typed into its form a moment later. Whoever sends at once would
// lose the last words: so everything is put there before a form goes.
function flush(form) {
  for (const input of form.querySelectorAll("[data-draftail-input]")) input.draftailEditor?.saveState?.();
}

document.addEventListener("submit", (event) => flush(event.target), true);
