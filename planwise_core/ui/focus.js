// Where the keyboard stands when what it stood on is drawn no more: on the words that say what came of it, else on its
// like (the same button of a form that began anew, of the next entry of a list), else where the page begins.
if (!window.planwiseFocus) {
  const WAYS = "a[href], button, input, textarea, select, summary, [tabindex]"
  const kept = window.planwiseFocus = { last: null, name: "", nth: 0, said: null, placed: null, byPointer: false }

  const named = element => (element.getAttribute("aria-label") || element.textContent || "").trim()
  const alike = (tag, name) => [...document.querySelectorAll(WAYS)].filter(
    each => each.localName === tag && named(each) === name && !each.disabled && each.checkVisibility())

  function remember(element) {
    if (element === kept.placed) return
    Object.assign(kept, { last: element, tag: element.localName, name: named(element), placed: null })
    kept.nth = alike(kept.tag, kept.name).indexOf(element)
  }

  function place(element) {
    if (!element) return
    if (!element.matches(WAYS)) element.tabIndex = -1
    kept.placed = element
    element.focus({ preventScroll: element.localName === "h1" })
  }

  function look() {
    const app = document.querySelector(".stApp")
    if (app?.dataset.testScriptState !== "notRunning") return
    const here = document.activeElement
    const said = document.querySelector(".st-key-outcome")
    const isNew = said !== kept.said
    kept.said = said
    const isLost = here === document.body && kept.last && !kept.last.isConnected
    if (!isLost && !(isNew && here === kept.placed) || kept.byPointer) return
    const likes = kept.name ? alike(kept.tag, kept.name) : []
    kept.last = null
    place(isNew && said || likes[Math.min(kept.nth, likes.length - 1)]
      || document.querySelector("[data-testid=stChatInputTextArea]:enabled") || document.querySelector(".stMain h1"))
  }

  addEventListener("focusin", event => remember(event.composedPath()[0]))
  addEventListener("pointerdown", () => { kept.byPointer = true }, true)
  addEventListener("keydown", () => { kept.byPointer = false }, true)
  addEventListener("click", event => { if (!event.detail) kept.byPointer = false }, true) // a screen reader's
  let due = false
  const soon = () => { // after whoever puts it back themselves, as dialogs do
    if (due) return
    due = true
    requestAnimationFrame(() => requestAnimationFrame(() => { due = false; look() }))
  }
  new MutationObserver(soon).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
  })
}
