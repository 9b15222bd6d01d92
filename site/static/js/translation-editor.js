// Tells browsers and screen readers which language each side of the translation editor is in.
// The editor draws itself again and again, so what is new on the page is looked at each time.

const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]);
const SENTENCES = "li.complete, li.incomplete, li.errored";

function mark(element, code) {
  if (!element || element.lang === code) return;
  element.lang = code;
  element.dir = RIGHT_TO_LEFT.has(new Intl.Locale(code).maximize().script) ? "rtl" : "ltr";
}

function markSentences(editor, { sourceLocale, locale }) {
  for (const sentence of editor.querySelectorAll(SENTENCES)) {
    mark(sentence.querySelector(":scope > p"), sourceLocale.code);
    mark(sentence.querySelector(":scope > div"), locale.code);
  }
}

// The next step is to send the page once no sentence is missing.
function offerNextStep(editor) {
  if (!editor.querySelector(SENTENCES)) return;
  const isWhole = !editor.querySelector("li.incomplete, li.errored");
  for (const step of document.querySelectorAll("[data-once-it-is-whole]")) step.hidden = !isWhole;
  for (const step of document.querySelectorAll("[data-while-sentences-are-missing]")) step.hidden = isWhole;
}

function watch(editor) {
  const languages = JSON.parse(editor.dataset.props);
  const again = () => {
    markSentences(editor, languages);
    offerNextStep(editor);
  };
  new MutationObserver(again).observe(editor, { childList: true, subtree: true });
  again();
}

document.addEventListener("DOMContentLoaded", () => {
  const editor = document.querySelector(".js-translation-editor");
  if (editor) watch(editor);
});
