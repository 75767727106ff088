/* The search of a copy that opens from a folder: its index is a script, loaded when the search is opened for the first time.
   A word matches by its beginning, without its ending; ё is е. The more of the words are there, in keywords and headings above
   all, the better. docs/js/keyboard.js stands before it in the copy's one script. */
const here = document.currentScript.src;
const said = {
  ru: { open: "Найти", label: "Что найти", close: "Закрыть", found: "Найдено", meant: (text) => `Ищем «${text}».`, nothing: "Ничего не нашлось. Попробуйте одно слово покороче.", missing: "Поиск не открылся: в папке нет файла offline-index.js." },
  en: { open: "Search", label: "What to find", close: "Close", found: "Found", meant: (text) => `Looking for “${text}”.`, nothing: "Nothing is found. Try one shorter word.", missing: "The search did not open: the folder has no file offline-index.js." },
}[document.documentElement.lang];
// «ть» is a verb's, but not in «рождаемость».
const ENDINGS = /(?:иями|ями|ами|иях|ией|ого|его|ому|ему|ыми|ими|ться|ов|ев|ей|ах|ях|ам|ям|ом|ем|ию|ия|ие|ии|ью|ья|ый|ий|ой|ая|яя|ое|ее|ые|ых|их|ую|юю|(?<!с)ть|[аяоеыиуюьй])$/;
const MOST = 20, OF_ONE_PAGE = 2;

const words = (text) => text.toLowerCase().replaceAll("ё", "е").match(/[\p{L}\p{N}]+/gu) ?? [];
const stem = (word) => {
  const short = /[а-я]/.test(word) ? word.replace(ENDINGS, "") : word.replace(/(?:ies|es|s|ed|ing|y|e)$/, "");
  return short.length < 3 ? word : short;
};
// The words that tell something: not the short ones, where there are longer ones.
const telling = (text) => {
  const all = words(text), long = all.filter((word) => word.length > 2);
  return (long.length ? long : all).map(stem);
};
const made = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

let dialog, field, status, list, index;

/* Each part of a page with its words as they are compared. The first one bears the page's name and has its keywords, by which
   people look for it and which nobody sees; in the others the page's name is a word among those of the text. */
const prepare = (parts) => parts.map(([address, title, heading, text, keywords]) => {
  const isFirst = keywords !== undefined;
  const names = isFirst ? [title, heading, ...keywords.split(", ")] : [heading];
  const body = isFirst ? text : `${title} ${text}`;
  return { address, title, heading, text, names: names.map(telling).filter(({ length }) => length), body: words(body).map(stem) };
});

const load = () => index ??= new Promise((done, failed) => {
  const onload = () => done(prepare(window.vitrinaIndex));
  document.head.append(made("script", { src: new URL("offline-index.js", here).href, onload, onerror: failed }));
});

const fits = (one, word) => one === word || (word.length > 2 && one.startsWith(word));

/* A word more weighs more than all that the others can gather. Then it counts how much of a name, a heading or a keyword
   is asked for, and then how often the page says it. */
function weight({ names, body }, asked) {
  let sum = 0;
  for (const word of asked) {
    const named = names.filter((name) => name.some((one) => fits(one, word))).length;
    const said = body.filter((one) => fits(one, word)).length;
    if (named || said) sum += 1000 + 10 * Math.min(named, 3) + Math.min(said, 5);
  }
  const whole = (name) => name.filter((one) => asked.some((word) => fits(one, word))).length / name.length;
  return sum && sum + 50 * Math.max(0, ...names.map(whole));
}

const excerpt = (part, asked) => {
  const sentences = part.text.split(/(?<=[.?!])\s+/);
  const one = sentences.find((sentence) => words(sentence).map(stem).some((one) => asked.some((word) => fits(one, word)))) ?? sentences[0];
  return one.length > 160 ? `${one.slice(0, 160)}…` : one;
};

// The parts that have any of what is asked, the best first.
function find(parts, text) {
  const asked = telling(text);
  const found = parts.map((part) => ({ ...part, sum: weight(part, asked) })).filter(({ sum }) => sum);
  return { text, asked, found: found.sort((one, other) => other.sum - one.sum) };
}

// What was typed or the same in the other layout, whichever finds more; of equals, as it was typed.
function best(parts, typed) {
  const top = ({ found }) => found[0]?.sum ?? 0;
  const answers = anyLayout(typed, document.documentElement.lang).map((text) => find(parts, text));
  const [{ text, asked, found }] = answers.sort((one, other) => top(other) - top(one));
  const times = {};
  const shown = found.filter(({ address }) => {
    const page = address.split("#")[0];
    times[page] = (times[page] ?? 0) + 1;
    return times[page] <= OF_ONE_PAGE;
  }).slice(0, MOST);
  return { text, asked, shown };
}

const line = (part, asked) => made("li", {},
  made("a", { href: new URL(`../${part.address}`, here).href }, part.title),
  part.heading === part.title ? "" : made("b", {}, part.heading),
  made("span", {}, excerpt(part, asked)),
);

async function show() {
  let parts;
  try { parts = await load(); } catch { status.textContent = said.missing; return; }
  const { text, asked, shown } = best(parts, field.value);
  const heard = text === field.value || !shown.length ? "" : `${said.meant(text)} `;
  status.textContent = !asked.length ? "" : shown.length ? `${heard}${said.found}: ${shown.length}` : said.nothing;
  list.replaceChildren(...shown.map((part) => line(part, asked)));
}

function open(event) {
  event.preventDefault();
  if (!dialog) {
    field = made("input", { type: "search", autocomplete: "off", oninput: show });
    status = made("p", {});
    status.setAttribute("role", "status");
    list = made("ol", {});
    const form = made("form", {}, made("label", {}, said.label, field), made("button", { type: "button", onclick: () => dialog.close() }, said.close));
    form.onsubmit = (submitted) => { submitted.preventDefault(); list.querySelector("a")?.click(); };
    dialog = made("dialog", { className: "v-folder-search" }, form, status, list);
    dialog.setAttribute("aria-label", said.open);
    list.onclick = (clicked) => { if (clicked.target.closest("a")) dialog.close(); };
    document.body.append(dialog);
  }
  dialog.showModal();
  field.select();
  load().catch(() => { status.textContent = said.missing; });
}

// The header's own link, which without a script leads to the questions; where there are none, there is no link either.
const header = document.querySelector(".md-header__inner");
const box = header.querySelector("[data-find]")
  ?? header.insertBefore(made("button", { type: "button", className: "v-find", textContent: said.open }), header.querySelector(".v-language"));
box.setAttribute("role", "button");
box.setAttribute("aria-haspopup", "dialog");
box.onclick = open;
box.onkeydown = (event) => { if (event.key === " ") open(event); };
