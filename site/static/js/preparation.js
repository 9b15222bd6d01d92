// Shows how far drafts are while the worker makes them, and says so to screen readers.
const part = document.querySelector("[data-refreshed]");
const said = document.querySelector("[data-said]");
const heading = document.getElementById("header-title");
const LONGEST = 15000;

function left() {
  return Number(part.querySelector("[data-left]").dataset.left);
}

function say() {
  const told = part.querySelector("[data-say]");
  if (said.textContent !== told.textContent) said.textContent = told.textContent;
  if (heading) heading.textContent = told.dataset.heading;
}

async function show() {
  const answer = await fetch(part.dataset.refreshed, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return false;
  const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
  const before = part.innerHTML;
  part.innerHTML = await answer.text();
  if (focused) document.getElementById(focused)?.focus();
  say();
  return before !== part.innerHTML;
}

// What moves is asked for often, what stands still ever more rarely; nobody looking, nothing asked.
async function watch(wait) {
  if (!left()) return;
  await new Promise((done) => setTimeout(done, wait));
  let moved = false;
  if (!document.hidden) moved = await show().catch(() => false);
  watch(moved ? 1000 : Math.min(wait * 1.3, LONGEST));
}

if (part && said) watch(1000);
