// Chooses all lines of a table at once; without scripts each is chosen by itself.
for (const table of document.querySelectorAll("[data-choose-all]")) {
  const form = table.closest("form");
  const alls = [...form.querySelectorAll("[data-all]")];
  const lines = [...table.querySelectorAll("tbody input[type=checkbox]")];
  const tell = () => {
    const chosen = lines.filter((line) => line.checked).length;
    for (const all of alls) {
      all.checked = chosen > 0 && chosen === lines.length;
      all.indeterminate = chosen > 0 && chosen < lines.length;
    }
    form.classList.toggle("has-chosen", chosen > 0);
    for (const line of lines) line.closest("tr").classList.toggle("is-chosen", line.checked);
  };
  for (const all of alls) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const line of lines) line.checked = all.checked;
      tell();
    });
  }
  form.classList.add("can-choose"); // without scripts all is always offered
  for (const label of form.querySelectorAll("[data-all-label]")) label.hidden = false;
  for (const line of lines) line.addEventListener("change", tell);
  window.addEventListener("pageshow", tell); // the browser remembers what was chosen before
}
