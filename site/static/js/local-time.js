// Says what time it is where somebody works: "14:05". Nothing is shown without scripts.
function show(element) {
  const language = document.documentElement.lang;
  const zone = element.dataset.timeZone;
  const clock = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  element.querySelector("time").textContent = clock.format(new Date());
  element.hidden = false;
}

const clocks = [...document.querySelectorAll("[data-time-zone]")];
const showAll = () => clocks.forEach(show);
if (clocks.length) {
  showAll();
  setInterval(showAll, 30_000);
}
