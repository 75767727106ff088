/* Comfort for every page; it is whole without it. What a reader chooses is kept in this browser (no cookie), for all pages and
   both languages; partials/chosen.html puts it to work again before the next page is painted. */

function keep(change) {
  let kept = {};
  try { kept = JSON.parse(localStorage.vitrina) ?? {}; } catch { /* nothing yet, or nothing that can be read */ }
  try { localStorage.vitrina = JSON.stringify({ ...kept, ...change }); } catch { /* this browser keeps nothing: the page still obeys */ }
}

const palette = document.querySelector(".v-palette");
const isDark = () => document.body.dataset.mdColorScheme === "slate";
const tell = () => palette?.setAttribute("aria-pressed", isDark());
if (palette) {
  tell();
  palette.disabled = false;
  palette.onclick = () => {
    document.body.dataset.mdColorScheme = isDark() ? "default" : "slate";
    keep({ palette: document.body.dataset.mdColorScheme });
    tell();
  };
}

const panel = document.querySelector(".v-lowvision details");
panel.addEventListener("change", ({ target }) => keep({ [target.name]: target.id }));
// At once, not on `toggle`, which comes later: a reader may be on the way to another page by then.
panel.querySelector("summary").addEventListener("click", () => keep({ open: !panel.open }));
panel.querySelector("form").addEventListener("reset", ({ target }) => {
  keep(Object.fromEntries(Array.from(target.elements, (one) => [one.name, undefined])));
});

const menu = document.querySelector(".v-menu");
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !menu?.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// Another tab has chosen, the system's palette has changed, or the page comes back as it was left.
const again = () => { window.chosen(); tell(); };
addEventListener("storage", again);
addEventListener("pageshow", (event) => { if (event.persisted) again(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);

// A link into something folded away opens it, where the browser does not do so by itself.
function reveal() {
  const target = document.querySelector(":target");
  if (!target || target.checkVisibility?.()) return;
  for (let folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", reveal);
reveal();
