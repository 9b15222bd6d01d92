// Wagtail's rich text editor puts what was done in it into its form a quarter of a second later, and offers
// no way to ask for it sooner. Whoever sends at once would lose the last words: so the form waits as long.
const LONG_ENOUGH = 400; // milliseconds
const EDITOR = "[data-draftail-editor-wrapper]";
const lastTouched = new WeakMap(); // form: when

function touch(event) {
  const form = event.target.closest?.(EDITOR)?.closest("form");
  if (form) lastTouched.set(form, performance.now());
}

// A button that was pressed may be disabled by now; what it says has to go along.
function send(form, button) {
  const isDisabled = button?.disabled;
  if (isDisabled) button.disabled = false;
  form.requestSubmit(button);
  if (isDisabled) button.disabled = true;
}

function hold(event) {
  const form = event.target;
  const left = LONG_ENOUGH - (performance.now() - (lastTouched.get(form) ?? -Infinity));
  if (left <= 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const button = event.submitter;
  setTimeout(() => send(form, button), left);
}

for (const name of ["input", "keydown", "paste", "drop", "click"]) document.addEventListener(name, touch, true);
document.addEventListener("submit", hold, true);
