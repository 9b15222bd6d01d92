// Tells a screen reader which field a rich text editor belongs to; Wagtail's editor leaves that out.
function labelOf(editor) {
  for (let around = editor.parentElement; around; around = around.parentElement) {
    const label = around.querySelector("label, [data-panel-heading-text]");
    if (label) return label.textContent.replace("*", "").trim();
  }
  return "";
}

function nameEditors() {
  for (const editor of document.querySelectorAll("[role=textbox][contenteditable]:not([aria-label]):not([aria-labelledby])")) {
    const name = labelOf(editor);
    if (name) editor.setAttribute("aria-label", name);
  }
}

new MutationObserver(nameEditors).observe(document.body, { childList: true, subtree: true });
nameEditors();
