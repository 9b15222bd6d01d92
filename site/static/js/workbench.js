// The translator's bench: saves sentence by sentence without leaving the page. Everything here also works
// without it, as plain forms.
import { dress } from "./marked-sentence.js";

const bench = document.querySelector("[data-bench]");

function fieldOf(sentence) {
  return sentence.querySelector("textarea[name=words]");
}

function grow(field) {
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}

function count(sentence) {
  const shown = sentence.querySelector("[data-length]");
  if (!shown) return;
  const field = fieldOf(sentence);
  const probe = document.createElement("template");
  probe.innerHTML = field.value;
  const isText = sentence.querySelector("[name=form]").value === "text";
  const length = [...(isText ? field.value : probe.content.textContent)].length;
  shown.textContent = length;
  shown.parentElement.classList.toggle("is-over", length > Number(field.dataset.limit));
}

function isDirty(sentence) {
  return fieldOf(sentence).value !== sentence.kept;
}

// What was said of other words than stand in the field now. A conflict stays until it is settled.
function forgetTrouble(sentence) {
  sentence.judged = fieldOf(sentence).value;
  sentence.querySelector("[data-state]")?.replaceChildren();
  if (sentence.querySelector(".bench-theirs")) return;
  for (const trouble of sentence.querySelectorAll(".bench-error")) trouble.remove();
  for (const wrong of sentence.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
}

function changed(sentence) {
  const field = fieldOf(sentence);
  if (field.value !== sentence.judged) forgetTrouble(sentence);
  if (!field.hidden) grow(field);
  count(sentence);
  sentence.classList.toggle("is-dirty", isDirty(sentence));
}

function setUp(sentence) {
  const field = fieldOf(sentence);
  // A conflict, or words that were refused: they are not kept anywhere yet.
  sentence.kept = sentence.querySelector("[aria-invalid]") ? null : field.value;
  sentence.judged = field.value;
  for (const raw of sentence.querySelectorAll("[data-without-script]")) raw.hidden = true;
  for (const button of sentence.querySelectorAll("[data-insert], [data-use]")) button.hidden = false;
  if (sentence.querySelector("[data-marks]")) sentence.editor = dress(sentence, field, () => changed(sentence));
  changed(sentence);
}

function writable(sentence) {
  return sentence.editor?.element ?? fieldOf(sentence);
}

function write(sentence, words) {
  if (sentence.editor) sentence.editor.replace(words);
  else {
    fieldOf(sentence).value = words;
    changed(sentence);
  }
  writable(sentence).focus();
}

function insert(sentence, words) {
  if (sentence.editor) return sentence.editor.insert(words);
  const field = fieldOf(sentence);
  field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  changed(sentence);
}

function say(words) {
  const region = bench.querySelector("[data-bench-says]");
  region.textContent = "";
  requestAnimationFrame(() => { region.textContent = words; });
}

function sentences() {
  return [...bench.querySelectorAll("[data-sentence]")];
}

function goTo(sentence) {
  if (!sentence) return;
  writable(sentence).focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  sentence.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

function nextOpen(sentence) {
  const all = sentences();
  const after = all.slice(all.indexOf(sentence) + 1);
  return [...after, ...all].find((one) => one !== sentence && one.dataset.open === "yes");
}

// Puts the sentence as the server has it in place of the one on the screen.
function replace(sentence, html, words) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  const fresh = holder.content.firstElementChild;
  sentence.replaceWith(fresh);
  setUp(fresh);
  if (words !== undefined && words !== fieldOf(fresh).value) write(fresh, words); // written on meanwhile
  return fresh;
}

function show(answer) {
  bench.querySelector("[data-bench-progress]").innerHTML = answer.progress;
  for (const shown of bench.querySelectorAll("[data-count]")) shown.textContent = answer.counts[shown.dataset.count];
  if (answer.points !== undefined) bench.querySelector("[data-bench-points]").innerHTML = answer.points;
  const warnings = document.querySelector("[data-bench-warnings]");
  if (warnings && answer.warnings !== undefined) warnings.innerHTML = answer.warnings;
  for (const step of document.querySelectorAll("[data-once-it-is-whole]")) step.hidden = !answer.is_whole;
  for (const step of document.querySelectorAll("[data-while-sentences-are-missing]")) step.hidden = answer.is_whole;
}

function tell(sentence, words, isTrouble) {
  const state = sentence.querySelector("[data-state]");
  state.textContent = words;
  state.classList.toggle("is-trouble", isTrouble);
  say(words);
}

async function send(sentence, action, goesOn) {
  const form = sentence.querySelector("form");
  const body = new FormData(form);
  body.set("action", action);
  const sent = fieldOf(sentence).value;
  sentence.setAttribute("aria-busy", "true");
  let response, answer;
  try {
    response = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
    answer = await response.json();
  } catch {
    sentence.removeAttribute("aria-busy");
    forgetTrouble(sentence);
    tell(sentence, bench.dataset.unsaved, true);
    return;
  }
  sentence.removeAttribute("aria-busy");
  if (!answer.sentence) {
    forgetTrouble(sentence);
    tell(sentence, answer.message || bench.dataset.unsaved, true);
    return;
  }
  const hadFocus = sentence.contains(document.activeElement);
  const next = goesOn && answer.is_kept ? nextOpen(sentence) : null;
  const now = fieldOf(sentence).value;
  const fresh = replace(sentence, answer.sentence, now === sent ? undefined : now);
  show(answer);
  if (answer.is_kept) tell(fresh, answer.message, false); // else it stands beside the field
  say(`${answer.message} ${bench.querySelector("[data-bench-progress]").textContent.trim()}`);
  if (next) goTo(next);
  else if (hadFocus || goesOn) writable(fresh).focus({ preventScroll: true });
}

// What the other person wrote is kept already: the field shows it, and nothing is left to save.
function takeTheirs(sentence, button) {
  write(sentence, button.dataset.theirs);
  sentence.kept = fieldOf(sentence).value;
  for (const trouble of sentence.querySelectorAll(".bench-theirs, .bench-error")) trouble.remove();
  for (const wrong of sentence.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
  button.remove();
  changed(sentence);
}

function onClick(event) {
  const button = event.target.closest("button, [data-take-theirs]");
  const sentence = button?.closest("[data-sentence]");
  if (!sentence) return;
  if (button.dataset.insert) insert(sentence, button.dataset.insert);
  else if (button.dataset.use) write(sentence, button.dataset.use);
  else if (button.matches("[data-take-theirs]")) {
    event.preventDefault();
    takeTheirs(sentence, button);
  }
}

function onSubmit(event) {
  const sentence = event.target.closest("[data-sentence]");
  if (!sentence) return;
  event.preventDefault();
  send(sentence, event.submitter?.value || "save", false);
}

function onKey(event) {
  const sentence = event.target.closest?.("[data-sentence]");
  if (!sentence || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    event.preventDefault();
    send(sentence, "save", true);
  } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const all = sentences();
    goTo(all[all.indexOf(sentence) + (event.key === "ArrowDown" ? 1 : -1)]);
  }
}

if (bench) {
  for (const part of bench.querySelectorAll("[data-with-script]")) part.hidden = false;
  sentences().forEach(setUp);
  bench.addEventListener("input", (event) => {
    const sentence = event.target.closest("[data-sentence]");
    if (sentence && event.target === fieldOf(sentence)) changed(sentence);
  });
  bench.addEventListener("click", onClick);
  bench.addEventListener("submit", onSubmit);
  bench.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    event.target.closest(".bench-warnings a")?.closest("details").removeAttribute("open"); // it would hide the sentence
  });
  window.addEventListener("beforeunload", (event) => {
    if (sentences().some(isDirty)) event.preventDefault();
  });
}
