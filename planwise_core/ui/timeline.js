// The versions of a plan, newest first, each with its two ways on. Every word is set as text, never as markup.
export default function ({ data, parentElement: root, setTriggerValue }) {
  root.querySelector(".timeline").replaceChildren(...JSON.parse(new TextDecoder().decode(data)).map(version => drawn(version, setTriggerValue)))
}

function drawn(version, ask) {
  const entry = el("li", `${version.by}${version.now ? " now" : ""}`)
  const head = el("p", "head")
  head.append(el("b", "", version.name))
  if (version.now) head.append(el("span", "badge", "current"))
  head.append(el("span", "said", version.said))
  entry.append(head)
  if (version.cause) entry.append(el("p", "cause", `“${version.cause}”`))
  const ways = el("p", "ways")
  if (version.parent !== null)
    ways.append(way(`Compare with ${version.parent}`, () => ask("compare", { a: version.parent, b: version.n })))
  if (!version.now) ways.append(way("Restore", () => ask("restore", version.n), `Restore version ${version.n}`))
  entry.append(ways)
  return entry
}

function way(words, go, aria = words) {
  const button = el("button", "", words)
  button.type = "button"
  button.setAttribute("aria-label", aria)
  button.addEventListener("click", go)
  return button
}

function el(tag, className = "", text = "") {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}
