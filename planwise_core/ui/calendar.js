// A plan as a calendar: rows of seven days. A click or Enter opens a workout; a drag (mouse, or a long press
// of a finger) or the m key and the arrows move it. What is moved stands at once where it was put, and waits there: it is
// only asked for, and what the server answers is drawn, be it the new plan or the old one.
// Every word is set as text, never as markup.
const LONG_PRESS_MS = 350, DRAG_PX = 6, EDGE_PX = 48, PATIENCE_MS = 15000
const memories = new WeakMap() // one per calendar on the page: what must outlive a redraw

export default function ({ data, parentElement: root, setStateValue, setTriggerValue }) {
  const host = root.querySelector(".calendar"), sent = new TextDecoder().decode(data)
  const memory = memories.get(root) ?? {}
  memories.set(root, memory)
  Object.assign(memory, { root, host, setStateValue, setTriggerValue })
  if (memory.sent !== sent) {
    Object.assign(memory, { sent, data: JSON.parse(sent) })
    draw(memory)
  }
  if (memory.wired) return
  memory.wired = true
  wire(memory)
  bringIntoSight(memory)
  const resized = new ResizeObserver(() => link(memory))
  resized.observe(host)
  return () => { resized.disconnect(); memories.delete(root) }
}

function el(tag, className = "", text = "", attributes = {}) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}

// ---- drawing

function draw(memory) {
  const { host, root, data } = memory
  clearTimeout(memory.patience)
  const focused = root.activeElement?.dataset?.id ?? memory.held
  const frame = JSON.stringify([data.label, data.corner, data.names, data.tall])
  if (memory.frame !== frame) drawFrame(memory, frame)
  drawWeeks(memory)
  const chips = [...host.querySelectorAll(".chip")]
  const first = chips.find(chip => chip.dataset.id === (focused ?? memory.last))
    ?? chips.find(chip => !chip.classList.contains("past")) ?? chips[0]
  for (const chip of chips) chip.tabIndex = chip === first ? 0 : -1
  if (focused && first?.dataset.id === focused) refocus(memory, first)
  link(memory)
}

// With the next picture: at once, the browser would have to lay out the whole page for it in between.
function refocus(memory, chip) {
  memory.held = chip.dataset.id
  requestAnimationFrame(() => {
    chip.focus({ preventScroll: true })
    if (chip.isConnected) memory.held = undefined
  })
}

function drawFrame(memory, frame) {
  const { host, data } = memory
  const grid = el("div", "grid", "", { role: "grid", "aria-label": data.label })
  const head = el("div", "row head", "", { role: "row" })
  head.append(el("div", "side", data.corner, { role: "columnheader" }))
  for (const name of data.names) head.append(el("div", "name", name, { role: "columnheader" }))
  grid.append(head)
  const fresh = el("div", data.tall ? "scroll tall" : "scroll")
  fresh.append(grid)
  const scroll = host.querySelector(".scroll")
  if (scroll) scroll.replaceWith(fresh)
  else host.prepend(fresh)
  Object.assign(memory, { frame, rows: [] })
}

// Only weeks that are not as they were: a move changes one or two of thirty. `told` is null where it was moved by hand.
function drawWeeks(memory) {
  const grid = memory.host.querySelector(".grid"), before = memory.rows
  memory.rows = memory.data.weeks.map((week, at) => {
    const told = JSON.stringify(week), old = before[at]
    if (old?.told === told) return old
    const row = drawWeek(week)
    if (old) old.row.replaceWith(row)
    else grid.append(row)
    return { told, row }
  })
  for (const { row } of before.slice(memory.rows.length)) row.remove()
}

function drawWeek(week) {
  const row = el("div", "row" + (week.now ? " now" : ""), "", { role: "row" })
  const side = el("div", "side", "", { role: "rowheader" })
  const bar = el("span", "bar")
  bar.style.setProperty("--share", week.share)
  bar.style.setProperty("--phase", week.colour)
  side.append(el("b", "", week.name), el("span", "phase", week.phase), el("span", "km", week.km), bar)
  if (week.note) side.append(el("span", "note", week.note))
  row.append(side, ...week.days.map(day => drawDay(week, day)))
  return row
}

function drawDay(week, day) {
  const cell = el("div", "day" + (day.today ? " today" : "") + (day.past ? " past" : "") + (day.open ? " open" : ""),
    "", { role: "gridcell", "aria-label": day.aria })
  Object.assign(cell.dataset, { week: day.week ?? week.n, day: day.day })
  cell.append(el("span", "date", day.label), ...day.items.map(drawChip))
  return cell
}

function drawChip(item) {
  const chip = el("button", `chip ${item.kind} ${item.mark ?? ""}` + (item.done ? " done" : "") +
    (item.past ? " past" : "") + (item.movable ? " movable" : ""), "", { type: "button", "aria-label": item.aria })
  Object.assign(chip.dataset, { id: item.id, key: item.key ?? item.id })
  chip.tabIndex = -1
  chip.title = item.aria
  const top = el("span", "top")
  top.append(el("span", "glyph", item.glyph), el("span", "full", item.title), el("span", "short", item.short))
  chip.append(top)
  if (item.was) {
    const was = el("del", "size", "")
    was.append(el("span", "full", item.was), el("span", "short", item.was_short))
    chip.append(was)
  }
  if (item.size) chip.append(el(item.was ? "ins" : "span", "size", item.size))
  if (item.done) chip.append(el("span", "tick", "✓"))
  return chip
}

// Moves drawn as moves: an arrow from the ghost a workout left behind to where it stands now.
function link({ host, data }) {
  host.querySelector("svg")?.remove()
  const grid = host.querySelector(".grid")
  if (!data.links?.length || !grid) return
  const ns = "http://www.w3.org/2000/svg", box = grid.getBoundingClientRect()
  const svg = document.createElementNS(ns, "svg")
  svg.setAttribute("aria-hidden", "true")
  svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`)
  for (const [from, to] of data.links) {
    const ends = [from, to].map(key => host.querySelector(`[data-key="${CSS.escape(key)}"]`)?.getBoundingClientRect())
    if (!ends[0] || !ends[1]) continue
    const level = Math.abs(ends[0].top - ends[1].top) < ends[0].height
    const right = ends[1].left > ends[0].left
    const x1 = (level ? (right ? ends[0].right : ends[0].left) : ends[0].left + ends[0].width / 2) - box.left
    const x2 = (level ? (right ? ends[1].left : ends[1].right) : ends[1].left + ends[1].width / 2) - box.left
    const down = ends[1].top > ends[0].top
    const y1 = (level ? ends[0].top + ends[0].height / 2 : down ? ends[0].bottom : ends[0].top) - box.top
    const y2 = (level ? ends[1].top + ends[1].height / 2 : down ? ends[1].top : ends[1].bottom) - box.top
    const lift = level ? Math.min(26, Math.abs(x2 - x1) / 3) : 0
    const path = document.createElementNS(ns, "path")
    path.setAttribute("d", `M${x1},${y1} C${x1 + (x2 - x1) / 4},${y1 - lift} ${x2 - (x2 - x1) / 4},${y2 - lift} ${x2},${y2}`)
    const angle = level ? Math.atan2(lift, (x2 - x1) / 4) : Math.atan2(y2 - y1, x2 - x1)
    const head = document.createElementNS(ns, "path")
    head.setAttribute("class", "tip")
    head.setAttribute("d", "M0,0 L-9,-4.5 L-9,4.5 Z")
    head.setAttribute("transform", `translate(${x2},${y2}) rotate(${(angle * 180) / Math.PI})`)
    svg.append(path, head)
  }
  grid.append(svg)
}

function bringIntoSight({ host }) {
  const scroll = host.querySelector(".scroll"), now = host.querySelector(".row.now")
  if (!now || scroll.scrollHeight <= scroll.clientHeight) return
  const head = host.querySelector(".row.head").offsetHeight
  scroll.scrollTop = Math.max(0, now.offsetTop - head - now.offsetHeight / 2)
}

// ---- acting

const cells = memory => [...memory.host.querySelectorAll(".day")]
const chipOf = event => event.target.closest?.(".chip")

function open(memory, chip) {
  memory.last = chip.dataset.id
  memory.clicks = (memory.clicks ?? 0) + 1 // so that the same workout can be opened twice
  memory.setStateValue("selected", `${chip.dataset.id}#${memory.clicks}`)
  comeBack(memory)
}

// Whoever closes what was opened stands where they stood before, not at the top of the page.
function comeBack(memory) {
  let opened = false
  memory.closing?.disconnect()
  memory.closing = new MutationObserver(() => {
    const dialog = document.querySelector('[role="dialog"]')
    opened ||= Boolean(dialog)
    if (dialog || !opened) return
    memory.closing.disconnect()
    if (document.activeElement === document.body)
      memory.host.querySelector(`[data-id="${CSS.escape(memory.last)}"]`)?.focus({ preventScroll: true })
  })
  memory.closing.observe(document.body, { childList: true })
}

function move(memory, chip, cell) {
  if (!cell?.classList.contains("open") || cell === chip.closest(".day")) return false
  const isFocused = memory.root.activeElement === chip
  for (const each of memory.rows) if (each.row.contains(chip) || each.row.contains(cell)) each.told = null
  chip.classList.add("waiting")
  cell.append(chip)
  if (isFocused) refocus(memory, chip)
  clearTimeout(memory.patience)
  memory.patience = setTimeout(() => draw(memory), PATIENCE_MS) // nobody answers: it goes home
  memory.last = chip.dataset.id
  memory.setTriggerValue("moved", { id: chip.dataset.id, week: Number(cell.dataset.week), day: cell.dataset.day })
  return true
}

function target(memory, cell) {
  for (const each of memory.host.querySelectorAll(".target")) each.classList.remove("target")
  if (cell?.classList.contains("open")) cell.classList.add("target")
}

function say(memory, text) {
  memory.host.querySelector(".live").textContent = text
}

function wire(memory) {
  const { host } = memory
  host.onclick = event => {
    const chip = chipOf(event)
    if (chip && !memory.dragged) open(memory, chip)
    memory.dragged = false
  }
  host.onkeydown = event => {
    const chip = chipOf(event)
    if (chip) (memory.carried ? carry : walk)(memory, chip, event)
  }
  host.onfocusout = () => { if (memory.carried) letGo(memory) }
  host.onpointerdown = event => {
    const chip = chipOf(event)
    if (chip?.classList.contains("movable") && event.button === 0) press(memory, chip, event)
  }
  host.oncontextmenu = event => { if (chipOf(event)?.classList.contains("movable") && memory.drag) event.preventDefault() }
}

function walk(memory, chip, event) {
  const chips = [...memory.host.querySelectorAll(".chip")], all = cells(memory)
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key], weeks = { ArrowUp: -7, ArrowDown: 7 }[event.key]
  let next
  if (step) next = chips[chips.indexOf(chip) + step]
  if (weeks) {
    const goal = all.indexOf(chip.closest(".day")) + weeks
    const near = all.filter((cell, at) => Math.floor(at / 7) === Math.floor(goal / 7) && cell.querySelector(".chip"))
    near.sort((a, b) => Math.abs(all.indexOf(a) - goal) - Math.abs(all.indexOf(b) - goal))
    next = near[0]?.querySelector(".chip")
  }
  if (step || weeks) event.preventDefault()
  if (next) { chip.tabIndex = -1; next.tabIndex = 0; next.focus(); memory.last = next.dataset.id }
  if (event.key === "m" && chip.classList.contains("movable")) {
    memory.carried = { chip, at: all.indexOf(chip.closest(".day")) }
    chip.classList.add("carried")
    say(memory, memory.data.words.carrying)
  }
}

function carry(memory, chip, event) {
  const all = cells(memory)
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
  if (step) {
    const at = memory.carried.at + step
    if (all[at]) {
      memory.carried.at = at
      target(memory, all[at])
      all[at].scrollIntoView({ block: "nearest" })
      say(memory, all[at].classList.contains("open") ? all[at].getAttribute("aria-label") : memory.data.words.closed)
    }
  } else if (event.key === "Enter" || event.key === "m" || event.key === " ") {
    const cell = all[memory.carried.at]
    letGo(memory)
    say(memory, move(memory, chip, cell) ? memory.data.words.moved : memory.data.words.stayed)
  } else if (event.key === "Escape") {
    say(memory, memory.data.words.stayed)
    letGo(memory)
  } else return
  event.preventDefault()
  event.stopPropagation()
}

function letGo(memory) {
  memory.carried.chip.classList.remove("carried")
  memory.carried = null
  target(memory, null)
}

function press(memory, chip, down) {
  const touch = down.pointerType !== "mouse"
  let ghost = null
  const start = () => {
    memory.drag = true
    memory.dragged = true
    ghost = chip.cloneNode(true)
    ghost.classList.add("ghost")
    ghost.style.width = `${chip.offsetWidth}px`
    memory.host.append(ghost)
    chip.classList.add("carried")
    follow(down)
    if (touch) navigator.vibrate?.(15)
  }
  const follow = event => {
    ghost.style.transform = `translate(${event.clientX - chip.offsetWidth / 2}px, ${event.clientY - 18}px)`
    const scroll = memory.host.querySelector(".scroll"), box = scroll.getBoundingClientRect()
    if (event.clientY < box.top + EDGE_PX) scroll.scrollTop -= 14
    if (event.clientY > box.bottom - EDGE_PX) scroll.scrollTop += 14
    target(memory, memory.root.elementFromPoint(event.clientX, event.clientY)?.closest?.(".day"))
  }
  const onMove = event => {
    if (ghost) return follow(event)
    if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < DRAG_PX) return
    if (touch) end() // the finger scrolls
    else start()
  }
  const end = event => {
    clearTimeout(timer)
    for (const [name, handler] of Object.entries(handlers)) window.removeEventListener(name, handler)
    window.removeEventListener("touchmove", hold)
    if (!ghost) return
    ghost.remove()
    chip.classList.remove("carried")
    if (event?.type === "pointerup") move(memory, chip, memory.host.querySelector(".target"))
    target(memory, null)
    memory.drag = false
    setTimeout(() => { memory.dragged = false }, 0)
  }
  const hold = event => { if (ghost) event.preventDefault() } // a dragging finger does not scroll
  const handlers = { pointermove: onMove, pointerup: end, pointercancel: end }
  for (const [name, handler] of Object.entries(handlers)) window.addEventListener(name, handler)
  window.addEventListener("touchmove", hold, { passive: false })
  const timer = touch ? setTimeout(start, LONG_PRESS_MS) : 0
}
