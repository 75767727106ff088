/* Comfort for every page; it is whole without it. What a reader chooses is kept in this browser (no cookie), for all pages and
   every language; partials/chosen.html applies it again before the next page is painted. */

// The first screen is painted: now the rest of a fresh page gets its true height.
addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => { delete document.documentElement.dataset.fresh; })));

function keep(change) {
  let kept = {};
  // There may be nothing yet, or nothing that can be read.
  try { kept = JSON.parse(localStorage.vitrina) ?? {}; } catch {}
  // A browser may keep nothing: the page still obeys.
  try { localStorage.vitrina = JSON.stringify({ ...kept, ...change }); } catch {}
}

const palette = document.querySelector(".v-palette");
const isDark = () => document.body.dataset.palette === "dark";
const showPalette = () => palette?.setAttribute("aria-pressed", isDark());
if (palette) {
  showPalette();
  palette.disabled = false;
  palette.onclick = () => {
    document.body.dataset.palette = isDark() ? "light" : "dark";
    keep({ palette: document.body.dataset.palette });
    showPalette();
  };
}

// An exported site has neither the panel nor what stands beside it in the theme.
const panel = document.querySelector(".v-lowvision details");
panel?.addEventListener("change", ({ target }) => keep({ [target.name]: target.id }));
// At once, not on `toggle`, which comes later: a reader may be on the way to another page by then.
panel?.querySelector("summary").addEventListener("click", async (event) => {
  keep({ open: !panel.open });
  if (panel.open) return;
  event.preventDefault();
  // Before a choice can be made: it is seen at once.
  await window.vision();
  panel.open = true;
});
// Asked for as soon as somebody may want it, so that it is there when the panel is opened. A pointer that only rests there
// does not want it.
panel?.addEventListener("focusin", () => window.vision(), { once: true });
panel?.addEventListener("pointermove", ({ movementX, movementY }) => { if (movementX || movementY) window.vision(); });
panel?.querySelector("form").addEventListener("reset", ({ target }) => {
  keep(Object.fromEntries(Array.from(target.elements, (one) => [one.name, undefined])));
});

const menu = document.querySelector(".v-menu");
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// Another tab has chosen, the system has changed its palette or its contrast, or the page comes back as it was left.
const again = () => { window.chosen?.(); showPalette(); };
addEventListener("storage", again);
addEventListener("pageshow", (event) => { if (event.persisted) again(); });
for (const asked of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"]) {
  matchMedia(asked).addEventListener("change", again);
}

// A link into something folded away opens it, where the browser does not do so by itself.
function reveal() {
  const target = document.querySelector(":target");
  if (!target || target.checkVisibility?.()) return;
  for (let folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", reveal);
reveal();

// A figure tells where it is from in place; in a folder, and without a network, its link is followed.
document.addEventListener("click", (event) => {
  const figure = event.target.closest('main a[href*="where-from"]');
  if (!figure || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import("./where-from.js").then(({ tell }) => tell(figure)).catch(() => location.assign(figure.href));
});

// A table is copied as a spreadsheet takes it: a figure without the spaces of its groups, with a plain minus, alone in its cell.
const groupedByCommas = new Intl.NumberFormat(document.documentElement.lang).format(12345).includes(",");
function asInASheet(text) {
  const plain = text.replace(/[\u202f\u2060]/g, "").replace(/\u2212/g, "-").replace(/\u00a0%/g, "%").replace(/\u00a0/g, " ");
  return groupedByCommas ? plain.replace(/(\d),(?=\d{3})/g, "$1") : plain;
}
// A copy of what is selected, within its table; nothing where no cell is touched.
function cellsOf(range) {
  const holder = document.createElement("div");
  let piece = range.cloneContents();
  let around = range.commonAncestorContainer;
  if (around.nodeType !== Node.ELEMENT_NODE) around = around.parentElement;
  const isWithinOne = Boolean(around.closest("td, th"));
  for (; !isWithinOne && around.closest("table"); around = around.parentElement) {
    const outer = around.cloneNode(false);
    outer.append(piece);
    piece = outer;
  }
  holder.append(piece);
  const cells = isWithinOne ? [holder] : holder.querySelectorAll("td, th");
  for (const cell of cells) {
    for (const aside of cell.querySelectorAll(".v-sr, .v-former, td small, svg")) aside.remove();
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.data = asInASheet(texts.currentNode.data);
  }
  for (const link of holder.querySelectorAll("a")) link.setAttribute("href", link.href);
  return cells.length ? holder : null;
}
document.addEventListener("copy", (event) => {
  const selection = getSelection();
  const holder = selection.rangeCount && !selection.isCollapsed ? cellsOf(selection.getRangeAt(0)) : null;
  if (!holder || event.target.closest?.("input, textarea")) return;
  event.clipboardData.setData("text/html", holder.innerHTML);
  holder.className = "v-sr";
  document.body.append(holder);
  event.clipboardData.setData("text/plain", holder.innerText);
  holder.remove();
  event.preventDefault();
});

// Two years to lay side by side: their row stands in the table of the first one's page.
const compare = document.querySelector("[data-compare]");
if (compare) {
  compare.hidden = false;
  compare.onsubmit = (event) => {
    event.preventDefault();
    location.assign(`${compare.year.value}#with-${compare.other.value}`);
  };
}

// The link in the header opens the search, which is fetched only then. So does «/», unless switched off in the search.
const box = document.querySelector("[data-find]");

export function opensBySlash() {
  // A browser may keep nothing.
  try { return localStorage.slash !== "off"; } catch { return true; }
}

async function find(event) {
  event.preventDefault();
  try {
    (await import("./search.js")).open(box);
  } catch {
    location.href = box.href;
  }
}

/* Whether a key goes into something to write in. What has just been closed keeps the focus until the next frame. */
const isWriting = ({ target }) => target.closest?.("input, textarea, select, dialog")?.getClientRects().length > 0;

if (box) {
  box.setAttribute("role", "button");
  box.setAttribute("aria-haspopup", "dialog");
  box.onclick = (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) find(event); };
  box.onkeydown = (event) => { if (event.key === " ") find(event); };
  document.addEventListener("keydown", (event) => {
    const command = event.ctrlKey || event.metaKey;
    const slash = event.key === "/" && !command && opensBySlash();
    if ((slash || (command && event.code === "KeyK")) && !isWriting(event)) find(event);
  });
}
