// On a narrow screen shows one of two languages of a story at a time; without scripts both stand below each other.
function choose(telling, shown) {
  for (const button of telling.querySelectorAll("[data-shows]")) {
    const isChosen = button.dataset.shows === shown;
    button.setAttribute("aria-pressed", String(isChosen));
    for (const part of telling.querySelectorAll(`[data-side="${button.dataset.shows}"]`)) {
      part.classList.toggle("is-put-aside", !isChosen);
    }
  }
}

for (const telling of document.querySelectorAll("[data-two-languages]")) {
  telling.classList.add("telling--switched");
  for (const button of telling.querySelectorAll("[data-shows]")) {
    button.addEventListener("click", () => choose(telling, button.dataset.shows));
  }
  choose(telling, "translation");
}
