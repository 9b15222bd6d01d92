/* A text box that offers rights while one types. The chosen ones live in a hidden select: the form sends only those. */

const element = (name, attributes = {}, text = "") => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text;
  return made;
};

class RightsPicker extends HTMLElement {
  connectedCallback() {
    if (this.input) return;
    this.input = this.querySelector('[role="combobox"]');
    this.list = this.querySelector('[role="listbox"]');
    this.chosen = this.querySelector("[data-chosen]");
    this.values = this.querySelector("[data-values]");
    this.said = this.querySelector("[data-said]");
    this.offers = [];
    this.active = -1;
    this.chosen.querySelectorAll("li").forEach((item) => this.addRemoveButton(item));
    this.input.addEventListener("input", () => this.findSoon());
    this.input.addEventListener("focus", () => this.findSoon());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest('[role="option"]');
      if (option) this.choose(this.offers[Number(option.dataset.place)]);
    });
  }

  findSoon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.find(), 180);
  }

  async find() {
    const words = this.input.value.trim();
    const query = new URLSearchParams({ q: words });
    if (!words) this.tickedThemes().forEach((slug) => query.append("theme", slug));
    if (!words && !query.has("theme")) {
      this.close();
      return;
    }
    this.request?.abort();
    this.request = new AbortController();
    try {
      const answer = await fetch(`${this.dataset.find}?${query}`, {
        signal: this.request.signal,
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.json();
      this.show(found.rights, found.said);
    } catch (error) {
      if (error.name !== "AbortError") this.show([], this.dataset.failed);
    }
  }

  tickedThemes() {
    const form = this.closest("form") || document;
    return [...form.querySelectorAll("[data-themes] input:checked")].map((box) => box.value);
  }

  show(rights, said) {
    const taken = new Set([...this.values.options].map((option) => option.value));
    this.offers = rights.filter((right) => !taken.has(right.slug));
    this.list.replaceChildren(...this.offers.map((right, place) => this.option(right, place)));
    if (!rights.length) {
      this.list.append(element("li", { class: "rights-picker__none", role: "presentation" }, said));
    }
    this.said.textContent = said;
    this.activate(-1);
    const isOpen = document.activeElement === this.input && Boolean(this.list.children.length);
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  option(right, place) {
    const option = element("li", {
      role: "option",
      id: `${this.list.id}-${place}`,
      "data-place": place,
      "aria-selected": "false",
    });
    option.append(...this.describe(right));
    return option;
  }

  describe(right) {
    const code = element("strong");
    code.append(element("bdi", {}, right.code));
    const label = element("span", { lang: right.lang, dir: "auto" }, right.label);
    return [code, " ", label, " ", element("small", {}, right.status)];
  }

  activate(place) {
    this.active = place;
    [...this.list.querySelectorAll('[role="option"]')].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === place));
      if (index === place) option.scrollIntoView({ block: "nearest" });
    });
    if (place < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", `${this.list.id}-${place}`);
  }

  onKey(event) {
    const last = this.offers.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.find();
      else if (event.key === "ArrowDown") this.activate(this.active >= last ? 0 : this.active + 1);
      else this.activate(this.active <= 0 ? last : this.active - 1);
    } else if (event.key === "Enter") {
      event.preventDefault(); // a half-typed search must not send the whole page
      if (!this.list.hidden && last >= 0) this.choose(this.offers[Math.max(this.active, 0)]);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === "Backspace" && !this.input.value) {
      this.chosen.lastElementChild?.querySelector("button").focus();
    }
  }

  close() {
    clearTimeout(this.waiting);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.activate(-1);
  }

  choose(right) {
    const value = element("option", { value: right.slug }, right.code);
    value.selected = true;
    value.defaultSelected = true; // a form that is reset keeps it
    this.values.append(value);
    const item = element("li", { "data-slug": right.slug, "data-code": right.code });
    item.append(...this.describe(right));
    this.addRemoveButton(item);
    this.chosen.append(item);
    this.input.value = "";
    this.changed(`${this.dataset.added}: ${right.code}`);
    this.close();
  }

  addRemoveButton(item) {
    const name = `${this.dataset.remove} ${item.dataset.code}`;
    const button = element("button", { type: "button", "aria-label": name, title: name }, "×");
    button.addEventListener("click", () => this.takeAway(item));
    item.append(button);
  }

  takeAway(item) {
    const neighbor = item.nextElementSibling || item.previousElementSibling;
    [...this.values.options].find((option) => option.value === item.dataset.slug)?.remove();
    item.remove();
    (neighbor?.querySelector("button") || this.input).focus();
    this.changed(`${this.dataset.removed}: ${item.dataset.code}`);
  }

  changed(said) {
    this.said.textContent = said;
    this.values.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

const define = () => {
  if (!customElements.get("rights-picker")) customElements.define("rights-picker", RightsPicker);
};

// Not before the page is read: the element needs what stands inside it.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", define);
else define();
