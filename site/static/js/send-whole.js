// What somebody sends goes whole, and once. A form waits for two things that Wagtail offers no way to hurry:
// its rich text editor puts what was done in it into its form a quarter of a second later, and the draft that it
// keeps by itself may just be on its way: sent beside it, a new page would be made twice and the second refused.
const LONG_ENOUGH = 400; // milliseconds after the last touch of an editor
const AT_MOST = 15_000; // milliseconds for a draft that nobody answers
const EDITOR = "[data-draftail-editor-wrapper]";
const lastTouched = new WeakMap(); // form: when
const keeping = new WeakMap(); // form: promise that ends when its draft is kept, or not
const waiting = new WeakSet(); // forms
let leaving = new WeakSet(); // forms

const pause = (milliseconds) => new Promise((goOn) => setTimeout(goOn, milliseconds));

function touch(event) {
  const form = event.target.closest?.(EDITOR)?.closest("form");
  if (form) lastTouched.set(form, performance.now());
}

function keep(event) {
  const form = event.target;
  if (leaving.has(form) || waiting.has(form)) return event.preventDefault();
  const isOver = new Promise((end) => {
    for (const name of ["success", "error"]) form.addEventListener(`w-autosave:${name}`, end, { once: true });
  });
  const draft = isOver.finally(() => keeping.get(form) === draft && keeping.delete(form));
  keeping.set(form, draft);
}

// The menu that a button stood in is gone from the form as soon as it closes: another one says the same.
function inForm(button, form) {
  if (!button || button.form === form) return button;
  const stand = Object.assign(document.createElement("button"), { name: button.name, value: button.value });
  stand.hidden = true;
  form.append(stand);
  return stand;
}

// A button that was pressed may be disabled by now; what it says has to go along.
function send(form, pressed) {
  const button = inForm(pressed, form);
  const isDisabled = button?.disabled;
  if (isDisabled) button.disabled = false;
  form.requestSubmit(button);
  if (isDisabled) button.disabled = true;
}

async function hold(event) {
  const form = event.target;
  const left = LONG_ENOUGH - (performance.now() - (lastTouched.get(form) ?? -Infinity));
  if (left <= 0 && !keeping.has(form) && !waiting.has(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (waiting.has(form)) return;
  waiting.add(form);
  const button = event.submitter;
  await Promise.all([pause(left), Promise.race([keeping.get(form), pause(AT_MOST)])]);
  waiting.delete(form);
  keeping.delete(form);
  lastTouched.delete(form);
  send(form, button);
}

function leave(event) {
  if (!event.defaultPrevented) leaving.add(event.target);
}

function comeBack() {
  leaving = new WeakSet();
}

for (const name of ["input", "keydown", "paste", "drop", "click"]) document.addEventListener(name, touch, true);
document.addEventListener("w-autosave:save", keep);
document.addEventListener("submit", hold, true);
window.addEventListener("submit", leave);
window.addEventListener("pageshow", comeBack);
