/* The link in the header opens the search, which is fetched only then. So does «/», unless switched off in the search. */

const box = document.querySelector("[data-find]");

export function opensBySlash() {
  try { return localStorage.slash !== "off"; } catch { return true; }    // a browser that keeps nothing
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
