/* Comfort for charts; a page is whole without it.
   A chart whose picture has `data-live` comes alive when somebody points at it, taps it or moves the focus to it: only then
   is live-chart.js fetched, and with it the drawing library. «Ссылка» copies its address instead of merely going there. */

const said = {
  copied: say("Ссылка скопирована"), text: say("Скопировано"), keys: say("Стрелки называют каждое значение."),
};

const status = document.createElement("div");
status.className = "v-sr";
status.setAttribute("role", "status");
(document.querySelector("main") ?? document.body).append(status);

for (const picture of document.querySelectorAll("[data-live]")) picture.setAttribute("aria-description", said.keys);

// Where it is now: what wakes a chart comes late, and by then it may be elsewhere.
let pointer = null;
const follow = (event) => { pointer = event; };
for (const kind of ["pointerover", "pointermove", "pointerdown"]) document.addEventListener(kind, follow, { passive: true });
document.documentElement.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") pointer = null; });

async function wake({ target }) {
  const picture = target.closest?.("[data-live]");
  // It is told in words instead.
  if (!picture || document.getElementById("lv-pictures-0")?.checked) return;
  try {
    const { enliven } = await import("./live-chart.js");
    await enliven(picture, () => pointer, (words) => { status.textContent = words; });
  } catch {
    // Offline, or the description of the chart is missing: the picture drawn at build stays, and the next touch tries again.
  }
}
for (const kind of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(kind, wake, { passive: true });

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-permalink]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  try {
    event.preventDefault();
    await navigator.clipboard.writeText(link.href);
    history.replaceState(null, "", link.hash);
    const words = link.textContent;
    link.textContent = status.textContent = said.copied;
    setTimeout(() => { link.textContent = words; status.textContent = ""; }, 2500);
  } catch {
    // No clipboard here: an ordinary anchor after all.
    location.hash = link.hash;
  }
});

// A text is there to select; where there is a clipboard, a button takes it whole.
for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  button.hidden = false;
  button.onclick = async () => {
    const text = button.parentNode.previousElementSibling.innerText;
    // Without the marks that hold a line together.
    await navigator.clipboard.writeText(text.replaceAll("\u2060", ""));
    button.textContent = status.textContent = said.text;
  };
}
