/* One live chart: the same drawing, made in the browser, whose marks tell their value to a pointer, a finger and the arrow keys.
   The words come ready with the marks (the `tooltip` of the chart's description): nothing is formatted here.
   Tooltips are our own, because those of the library write style attributes, which the page's policy forbids. */

const NEAR = 24;                                  // px: a thin segment answers a finger beside it too
const drawn = new WeakMap();                      // place in the page -> promise of its live marks
const tip = document.createElement("div");
tip.className = "v-tooltip";
tip.hidden = true;
tip.setAttribute("aria-hidden", "true");          // the same words are announced by the status line
const styles = document.createElement("link");
styles.rel = "stylesheet";
styles.href = new URL("../css/live-chart.css", import.meta.url);
document.head.append(styles);
document.body.append(tip);
let shown = null;

const place = (picture) => [...picture.children].find((child) => child.matches(".v-wide, .v-narrow") && child.getClientRects().length) ?? picture;
const shape = (where) => (where.matches(".v-wide") ? "-wide" : where.matches(".v-narrow") ? "-narrow" : "");

/** Draws aside and swaps only when everything is ready, so the place is never empty and never changes its size. */
async function draw(picture, where) {
  const address = picture.dataset.live + shape(where) + ".json";
  const [reply] = await Promise.all([fetch(address), import("./vega.js")]);
  if (!reply.ok) throw new Error(address);
  const aside = document.createElement("div");
  aside.className = "v-live";
  const { view } = await window.vegaEmbed(aside, await reply.json(), {
    ast: true, renderer: "svg", actions: false, defaultStyle: false, hover: false, logLevel: 0, tooltip: () => {},
  });
  const svg = aside.querySelector("svg");
  const still = where.querySelector("svg");
  if (still) for (const name of ["viewBox", "width", "height"]) svg.setAttribute(name, still.getAttribute(name));
  svg.setAttribute("aria-hidden", "true");
  for (const node of svg.querySelectorAll("[role], [aria-label]")) for (const name of ["role", "aria-roledescription", "aria-label"]) node.removeAttribute(name);
  where.replaceChildren(aside);
  const marks = [];
  (function walk(item) {
    if (item.tooltip != null && item._svg) marks.push(item);
    for (const child of item.items ?? []) walk(child);
  })(view.scenegraph().root);
  return marks;
}

const words = (mark) => typeof mark.tooltip === "object"
  ? Object.entries(mark.tooltip).map(([name, value]) => `${name}: ${value}`).join("\n") : String(mark.tooltip);

function hide() {
  shown?._svg.classList.remove("v-live__mark");
  shown = null;
  tip.hidden = true;
}

function show(mark) {
  if (mark !== shown) {
    hide();
    shown = mark;
    mark._svg.classList.add("v-live__mark");
    tip.textContent = words(mark);
  }
  tip.hidden = false;
  const at = mark._svg.getBoundingClientRect(), own = tip.getBoundingClientRect();
  const left = Math.min(Math.max(4, at.left + at.width / 2 - own.width / 2), document.documentElement.clientWidth - own.width - 4);
  const over = at.top - own.height - 8;
  const top = over > 60 ? over : at.bottom + 8;                 // 60: the header stays in sight while scrolling
  tip.style.transform = `translate(${left}px, ${top}px)`;       // moved this way, it shifts no layout
}

function nearest(marks, x, y) {
  let best = null, least = NEAR;
  for (const mark of marks) {
    const box = mark._svg.getBoundingClientRect();
    const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    if (away < least) { least = away; best = mark; }
  }
  return best;
}

/** Brings the picture to life, once for each of its shapes; `pointer` tells the last event of a pointer, if it is on the page. */
export async function enliven(picture, pointer, announce) {
  const where = place(picture);
  if (drawn.has(where)) return;
  const drawing = draw(picture, where);
  drawn.set(where, drawing);
  try {
    const marks = await drawing;
    if (marks.length) answer(picture, where, marks, announce);
    const at = pointer();
    if (at && where.contains(document.elementFromPoint(at.clientX, at.clientY))) point(at, marks);
  } catch (problem) {
    drawn.delete(where);
    throw problem;
  }
}

function point(event, marks) {
  const mark = nearest(marks, event.clientX, event.clientY);
  if (mark) show(mark); else hide();
}

function answer(picture, where, marks, announce) {
  const told = marks.filter((mark, at) => !at || words(mark) !== words(marks[at - 1]));   // a bar of several pieces is told once
  where.addEventListener("pointermove", (event) => point(event, marks));
  where.addEventListener("pointerdown", (event) => point(event, marks));
  where.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") hide(); });
  picture.setAttribute("role", "application");    // so that a screen reader hands the arrow keys over; the name stays
  picture.addEventListener("blur", hide);
  picture.addEventListener("keydown", (event) => {
    if (!where.getClientRects().length) return;   // the other drawing of this chart is on show
    if (event.key === "Escape") { hide(); announce(""); return; }
    const now = told.indexOf(shown), last = told.length - 1;
    const next = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now < 0 ? last : now - 1, ArrowUp: now < 0 ? last : now - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const mark = told[Math.min(Math.max(next, 0), last)];
    mark._svg.scrollIntoView({ block: "nearest" });
    show(mark);
    announce(words(mark));
  });
}

document.addEventListener("scroll", () => {
  if (!shown) return;
  const at = shown._svg.getBoundingClientRect();
  if (at.bottom < 60 || at.top > innerHeight) hide(); else show(shown);
}, { passive: true, capture: true });
