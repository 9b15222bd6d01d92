// Every ten seconds Wagtail asks whether somebody has kept a newer version of the page, and from then on warns
// whoever sends it. What was asked just before a draft of one’s own was kept is answered with that very draft.
const LIST = "w-editing-sessions";
const own = new Set(); // ids of versions
let isUnderWay = false;

function begin() {
  isUnderWay = true;
}

function end(event) {
  isUnderWay = false;
  const version = event.detail?.data?.revision_id;
  if (version) own.add(version);
}

// While a draft is under way nobody knows whose the newest version is: the next answer will tell.
function hear(event) {
  const answer = event.detail.data;
  const mine = (answer?.other_sessions ?? []).filter((one) => isUnderWay || own.has(one.revision_id));
  const list = document.getElementById(LIST);
  if (!mine.some((one) => one.revision_id) || !list) return;
  for (const one of mine) one.revision_id = null;
  answer.html = list.innerHTML;
}

document.addEventListener("w-autosave:save", begin);
for (const name of ["success", "error"]) document.addEventListener(`w-autosave:${name}`, end);
document.addEventListener("w-swap:json", hear, true);
