/* Where a figure is from, read from the page that its link leads to and shown beside what is being read. Fetched at the first press. */

const shown = document.createElement("div");
shown.className = "v-from--shown";
shown.popover = "auto";
shown.tabIndex = -1;
shown.setAttribute("role", "dialog");
document.body.append(shown);
const styles = document.createElement("link");
styles.rel = "stylesheet";
styles.href = new URL("../css/where-from.css", import.meta.url);
const styled = new Promise((done) => { styles.onload = styles.onerror = done; });
document.head.append(styles);

let asked = null;
shown.addEventListener("toggle", ({ newState }) => {
  if (newState === "closed" && shown.contains(document.activeElement)) asked.focus();
});
shown.addEventListener("keydown", (event) => {
  if (event.key === "Escape") asked.focus();
});

const pages = new Map();
function page(address) {
  if (!pages.has(address)) {
    pages.set(address, fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    }));
  }
  return pages.get(address);
}

/* An entry of another page, its links counted from here. */
function entry(found, address) {
  const copy = document.importNode(found, true);
  for (const link of copy.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address).href;
  copy.removeAttribute("id");
  return copy;
}

export async function tell(figure, address = figure.href) {
  const { href, hash } = new URL(address);
  const place = href.slice(0, -hash.length);
  const found = (await page(place)).getElementById(hash.slice(1));
  await styled;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = say("Закрыть");
  close.onclick = () => { shown.hidePopover(); asked.focus(); };
  const more = document.createElement("a");
  more.href = address;
  more.textContent = say("Все числа страницы");
  const ways = document.createElement("p");
  ways.append(close, more);
  const list = document.createElement("dl");
  list.className = "v-from";
  list.append(entry(found, place));
  shown.replaceChildren(list, ways);
  shown.setAttribute("aria-label", figure.textContent);
  asked = figure;
  shown.showPopover();
  shown.focus();
}

/* A term that was worked out itself tells so in the same place. */
shown.addEventListener("click", (event) => {
  const term = event.target.closest("dl a");
  if (!term || event.ctrlKey || event.metaKey || event.shiftKey || !/\/where-from[-\d]*\.html#/.test(term.href)) return;
  event.preventDefault();
  event.stopPropagation();
  tell(asked, term.href).catch(() => location.assign(term.href));
});
