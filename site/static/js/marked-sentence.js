// Lets people write a sentence with emphasis and links as they would read it. What is kept stays in the
// textarea, as the small HTML that the server knows; nobody has to see that.

const NOTHING = "\u200b";
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escape(text) {
  return text.replaceAll(NOTHING, "").replace(/[&<>]/g, (sign) => ESCAPES[sign]);
}

// Only what a sentence may have: b, i, em, strong, code, br and the links of its original.
function written(node, links) {
  if (node.nodeType === Node.TEXT_NODE) return escape(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const name = node.localName;
  if (name === "br") return "<br/>";
  const inner = [...node.childNodes].map((child) => written(child, links)).join("");
  const link = node.dataset.is;
  if (link) return inner && links.has(link) ? `<a id="${link}">${inner}</a>` : inner;
  if (["b", "i", "em", "strong", "code"].includes(name)) return inner ? `<${name}>${inner}</${name}>` : "";
  return inner;
}

function copyInto(target, source) {
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) target.append(child.data);
    else if (child.localName === "a") {
      const chip = linkChip(child.id);
      copyInto(chip, child);
      target.append(chip);
    } else if (["b", "i", "em", "strong", "code", "br"].includes(child.localName)) {
      const same = document.createElement(child.localName);
      copyInto(same, child);
      target.append(same);
    } else if (child.childNodes) copyInto(target, child);
  }
}

function linkChip(id) {
  const chip = document.createElement("span");
  chip.className = "bench-link";
  chip.dataset.is = id;
  return chip;
}

export function dress(sentence, field, onChange) {
  const marks = sentence.querySelector("[data-marks]");
  const buttons = [...marks.querySelectorAll("[data-link]")];
  const links = new Set(buttons.map((button) => button.dataset.link));
  const element = document.createElement("div");
  element.className = "bench-field";
  Object.assign(element, { contentEditable: "true", lang: field.lang, dir: field.dir, spellcheck: true });
  element.setAttribute("role", "textbox");
  element.setAttribute("aria-multiline", "true");
  element.setAttribute("aria-label", sentence.querySelector("label").textContent);
  element.setAttribute("aria-describedby", field.getAttribute("aria-describedby"));
  if (field.getAttribute("aria-invalid")) element.setAttribute("aria-invalid", "true");
  field.hidden = true;
  field.after(element);
  marks.hidden = false;

  function read(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    element.replaceChildren();
    copyInto(element, holder.content);
    element.normalize();
    showPlaced();
  }

  function showPlaced() {
    for (const button of buttons) {
      const isPlaced = Boolean(element.querySelector(`[data-is="${CSS.escape(button.dataset.link)}"]`));
      button.classList.toggle("is-placed", isPlaced);
      button.setAttribute("aria-pressed", String(isPlaced));
    }
  }

  function keep() {
    const html = [...element.childNodes].map((child) => written(child, links)).join("");
    field.value = html.replace(/^(<br\/>|\s)+|(<br\/>|\s)+$/g, "");
    showPlaced();
    onChange();
  }

  function selected() {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    if (range && element.contains(range.commonAncestorContainer)) return range;
    const end = document.createRange();
    end.selectNodeContents(element);
    end.collapse(false);
    return end;
  }

  function select(range) {
    element.focus();
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  function takeApart(chip) {
    chip.replaceWith(...chip.childNodes);
    element.normalize();
  }

  // The words that are chosen become the link; with none chosen, the original's own words do.
  function placeLink(button) {
    const there = element.querySelector(`[data-is="${CSS.escape(button.dataset.link)}"]`);
    const range = selected();
    if (there) takeApart(there);
    if (!there || !range.collapsed) {
      const chip = linkChip(button.dataset.link);
      chip.append(range.collapsed ? button.dataset.text : range.extractContents());
      for (const inner of chip.querySelectorAll("[data-is]")) inner.replaceWith(...inner.childNodes);
      range.insertNode(chip);
      // Browsers write on inside of the link unless something stands behind it.
      const behind = document.createTextNode(NOTHING);
      chip.after(behind);
      const after = document.createRange();
      after.setStart(behind, 1);
      select(after);
    }
    keep();
  }

  marks.addEventListener("mousedown", (event) => event.preventDefault()); // the choice of words stays
  marks.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.link) placeLink(button);
    else if (button?.dataset.mark) {
      select(selected());
      document.execCommand("styleWithCSS", false, false);
      document.execCommand(button.dataset.mark === "b" ? "bold" : "italic");
      keep();
    }
  });
  element.addEventListener("input", keep);
  element.addEventListener("paste", (event) => {
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain").replace(/\s*\n\s*/g, " "));
  });
  element.addEventListener("drop", (event) => event.preventDefault());
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    if (sentence.querySelector(".bench-source br")) document.execCommand("insertLineBreak");
  });

  read(field.value);
  return {
    element,
    replace(html) { read(html); keep(); },
    insert(words) { select(selected()); document.execCommand("insertText", false, words); keep(); },
  };
}
