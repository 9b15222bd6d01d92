/* While a machine drafts, its box says how far it is, without losing what is being typed beside it. */
const WAIT = 3000;

async function look(box) {
  const answer = await fetch(box.dataset.machineDrafts, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-machine-drafts]");
  if (!fresh) return;
  box.replaceWith(fresh);
  watch(fresh);
}

function watch(box) {
  if (box.querySelector("[data-is-running]")) setTimeout(() => look(box), WAIT);
}

document.querySelectorAll("[data-machine-drafts]").forEach(watch);
