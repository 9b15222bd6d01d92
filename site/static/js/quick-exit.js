// Leaves at once and takes this page out of the history. Without scripts the link still leaves.
const exit = document.querySelector("[data-quick-exit]");
let presses = [];

function leave(event) {
  event?.preventDefault();
  document.documentElement.classList.add("is-leaving");
  location.replace(exit.href);
}

function countEscapes(event) {
  if (event.key !== "Escape") return;
  presses = [...presses, event.timeStamp].filter((moment) => event.timeStamp - moment < 2000);
  if (presses.length >= 3) leave();
}

if (exit) {
  exit.addEventListener("click", leave);
  document.addEventListener("keydown", countEscapes);
  exit.querySelector("[hidden]")?.removeAttribute("hidden");
}
