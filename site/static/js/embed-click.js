// Loads somebody else's player only after the reader asked for it.
function load(place) {
  const frame = document.createElement("iframe");
  frame.src = place.dataset.embed;
  frame.title = place.dataset.title;
  frame.allow = "fullscreen; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin";
  frame.tabIndex = -1;
  place.replaceChildren(frame);
  place.classList.add("is-loaded");
  frame.focus();
}

for (const place of document.querySelectorAll("[data-embed]")) {
  const button = place.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => load(place));
}
