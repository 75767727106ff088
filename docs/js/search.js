/* The search: a dialog with one field; what is found stands in groups below it, as plain links. The arrow keys walk through
   them, Enter opens, Escape closes. A word typed in the wrong keyboard layout is understood, and of a sentence of which no
   page has every word the pages with most of its words are shown. */

import { anyLayout } from "./keyboard.js";
import { opensBySlash } from "./search-box.js";

const root = new URL("../", import.meta.url);
const MOST = 14;
const PATIENCE = 150;    // milliseconds: between two letters, and before a reader is told that it takes longer
const said = {
  ru: {
    name: "Поиск по сайту", label: "Что найти", close: "Закрыть", slash: "Открывать поиск клавишей «/»",
    hint: "Наберите слово или вопрос. Стрелки ведут по найденному, Esc закрывает.",
    searching: "Ищем…", found: (count, all) => all ? `Найдено: ${count}` : `Вот ${count} самых подходящих.`, meant: (text) => `Ищем «${text}».`, partly: "Всех этих слов сразу нет нигде. Вот где есть часть из них.",
    nothing: (text) => `По запросу «${text}» ничего нет. Попробуйте одно слово покороче или другое слово о том же.`,
    missing: "Поиск сейчас не работает: не загрузился его указатель.", instead: "Посмотрите здесь: ",
    groups: { money: "Деньги", parts: "Подпрограммы", indicators: "Показатели", questions: "Вопросы", words: "Слова", pages: "Страницы" },
  },
  en: {
    name: "Search this site", label: "What to find", close: "Close", slash: "Open the search with the key “/”",
    hint: "Type a word or a question. The arrow keys walk through what is found, Esc closes.",
    searching: "Searching…", found: (count, all) => all ? `Found: ${count}` : `Here are the best ${count}.`, meant: (text) => `Looking for “${text}”.`, partly: "No page has all of these words. Here are pages with some of them.",
    nothing: (text) => `Nothing is found for “${text}”. Try one shorter word, or another word for the same thing.`,
    missing: "The search does not work now: its index has not come.", instead: "Look here: ",
    groups: { money: "Money", parts: "Subprogrammes", indicators: "Indicators", questions: "Questions", words: "Words", pages: "Pages" },
  },
}[document.documentElement.lang];
const GROUPS = {
  funding: "money", execution: "money", measures: "money", assignments: "money", subprogrammes: "parts",
  indicators: "indicators", situation: "indicators", progress: "indicators", evaluation: "indicators",
};

let dialog, field, status, list, index, asked = 0;

function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function build(box) {
  field = made("input", { type: "search", name: "q", autocomplete: "off", spellcheck: false });
  field.setAttribute("autocapitalize", "off");
  status = made("p", { className: "v-found__status", textContent: said.hint });
  status.setAttribute("role", "status");
  list = made("div", { className: "v-found__list" });
  const slash = made("input", { type: "checkbox", checked: opensBySlash() });
  slash.onchange = () => { try { localStorage.slash = slash.checked ? "on" : "off"; } catch { /* this browser keeps nothing */ } };
  const close = made("button", { type: "button", textContent: said.close, onclick: () => dialog.close() });
  const form = made("form", { method: "dialog" }, made("label", {}, made("span", { textContent: said.label }), field), close);
  form.setAttribute("role", "search");
  let waiting;
  form.onsubmit = async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    if (await show(box)) list.querySelector("a")?.click();
  };
  dialog = made("dialog", { className: "v-found" }, form, status, list, made("label", { className: "v-found__slash" }, slash, said.slash));
  dialog.setAttribute("aria-label", said.name);
  dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
  dialog.onkeydown = walk;
  list.onclick = (event) => { if (event.target.closest("a")) dialog.close(); };    // it may lead to a place of this very page
  field.oninput = () => {
    asked += 1;                      // an answer on its way is one to a former question
    status.textContent = "";
    list.inert = true;               // out of sight, but its room is kept: the next answer mostly comes at once
    clearTimeout(waiting);
    waiting = setTimeout(() => show(box), PATIENCE);
  };
  document.body.append(dialog);
}

const style = () => new Promise((done) => {
  const link = made("link", { rel: "stylesheet", href: new URL("css/search.css", root).href, onload: done, onerror: done });
  document.head.append(link);
});

export async function open(box) {
  if (!dialog) {
    build(box);
    await style();
  }
  if (!dialog.open) dialog.showModal();
  field.select();
  ready();
}

/* What does not come is asked for anew the next time. */
const ready = () => index ??= load().catch(() => { index = null; });

/* The index is searched by a worker, which needs nothing of the page's policy. Its script is fetched before: Pagefind would
   wait a minute for one that does not come. */
async function load() {
  await fetch(new URL("pagefind/pagefind-worker.js", root));
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  await pagefind.options({ excerptLength: 26, ranking: { metaWeights: { title: 4, page: 4, first: 8, keywords: 10, url: 0 }, pageLength: 0.4 } });
  await pagefind.init();
  return pagefind;
}

function walk(event) {
  const links = [...list.querySelectorAll("a")];
  const here = links.indexOf(document.activeElement);
  if (event.key === "Escape") {
    event.preventDefault();          // else a search field is only emptied
    dialog.close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (here < 0 && document.activeElement !== field) return;
    event.preventDefault();
    const next = here + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? field : links[Math.min(next, links.length - 1)])?.focus();
  } else if (here >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
    field.focus();                   // whoever types on means the field
  }
}

/* Whether what is shown answers what stands in the field: while it was looked for, more may have been typed. */
async function show(box) {
  const turn = ++asked, text = field.value.trim();
  if (!text) return tell(said.hint);
  const slow = setTimeout(() => { if (turn === asked) tell(said.searching); }, PATIENCE);
  let answer;
  try {
    answer = await ask(await ready(), text);
  } catch {
    index = null;
  }
  clearTimeout(slow);
  if (turn !== asked) return false;
  if (!answer) return tell(said.missing, instead(box));
  if (!answer.results.length) return tell(said.nothing(text), instead(box));
  const heard = answer.text === text ? "" : `${said.meant(answer.text)} `;
  return tell(heard + (answer.partly ? said.partly : said.found(answer.results.length, answer.results.length < MOST)), ...grouped(answer.results, answer.text));
}

function tell(words, ...below) {
  status.textContent = words;
  list.replaceChildren(...below);
  list.inert = false;
  return true;
}

const instead = (box) => made("p", {}, said.instead, made("a", { href: box.href, textContent: box.dataset.find }));

/* First the pages that have it all, then those that have a part; as it was typed, then in the other layout. */
async function ask(pagefind, typed) {
  for (const look of [whole, some]) {
    for (const text of anyLayout(typed, document.documentElement.lang)) {
      const near = await Promise.all((await look(pagefind, text)).slice(0, MOST).map((result) => result.data()));
      const results = near.filter((result) => isMeant(result, text));
      if (results.length) return { text, results, partly: look === some };
    }
  }
  return { results: [] };
}

const whole = async (pagefind, text) => (await pagefind.search(text)).results;

/* The pages that have most of the words, those of a question alone (how, how much) left out as too short or too common. */
async function some(pagefind, text) {
  const words = text.split(/\s+/).filter((word) => word.length > 3);
  if (words.length < 2) return [];
  const best = new Map();
  for (const { results } of await Promise.all(words.map((word) => pagefind.search(word)))) {
    const top = results[0]?.score;
    for (const result of results) {
      const before = best.get(result.id);
      best.set(result.id, { result, sum: (before?.sum ?? 0) + result.score / top });
    }
  }
  return [...best.values()].sort((one, other) => other.sum - one.sum).map(({ result }) => result);
}

/* Of a word that it does not know the index takes what begins likewise, however short: that is not what was asked. */
const isMeant = (result, text) => alike([...named(result), ...result.sub_results.map((part) => part.excerpt), result.excerpt], text);
const named = (result) => [result.meta.title, result.meta.page ?? "", result.meta.keywords ?? ""];
const plain = (text) => text.toLowerCase().replaceAll("ё", "е");

/* Whether some word of the text and some word of what is said begin alike, but for their endings. */
function alike(said, text) {
  const words = plain(said.join(" ")).match(/[\p{L}\p{N}]+/gu) ?? [];
  return (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).some((asked) => {
    const begins = asked.slice(0, Math.max(Math.min(asked.length, 3), Math.ceil(asked.length * 0.65)));
    return words.some((word) => word.startsWith(begins));
  });
}

/* The groups in the order of their best. */
function grouped(results, text) {
  const groups = new Map();
  for (const result of results) {
    const address = new URL((result.meta.url ?? result.raw_url).replace(/^\/+/, ""), root);
    const part = address.pathname.slice(root.pathname.length).split("/");
    const entry = address.hash ? { questions: "questions", glossary: "words" }[part.at(-2)] : null;
    const group = entry ?? GROUPS[part[1]] ?? "pages";
    groups.set(group, [...(groups.get(group) ?? []), line(result, address, text)]);
  }
  return [...groups].map(([group, lines]) => made("section", {}, made("h2", { textContent: said.groups[group] }), made("ul", {}, ...lines)));
}

function line(result, address, text) {
  const weight = (part) => part.weighted_locations.reduce((sum, { weight }) => sum + weight, 0);
  const [best] = result.sub_results.toSorted((one, other) => weight(other) - weight(one));
  if (!address.hash && best?.anchor && best.anchor.element !== "h1" && !alike(named(result), text)) address.hash = best.anchor.id;
  const inside = !result.meta.url && address.hash;
  const title = inside ? best.title : result.meta.title;
  const page = result.meta.page && !title.startsWith(result.meta.page) ? [made("small", { textContent: result.meta.page })] : [];
  const cut = excerpt(best?.excerpt ?? result.excerpt, title, result.content);
  const figure = !address.hash && !/\d/.test(title + cut.textContent) && sentenceWithFigure(result.content);
  const parts = [...page, made("b", { textContent: title }), figure ? made("span", { textContent: figure }) : cut];
  const shown = parts.filter(({ textContent }) => textContent);
  return made("li", {}, made("a", { href: address.href }, ...shown.flatMap((part, at) => (at ? [pause(shown[at - 1]), part] : [part]))));
}

/* For those who listen; the eye has a line for each part. */
const pause = ({ textContent }) => made("span", { className: "v-sr", textContent: /[.?!…]$/.test(textContent) ? " " : ". " });

/* What people came for, where neither the title nor the words around theirs have a figure: a sentence near the beginning of
   the page, but no quotation, which numbers laws and appendices. */
function sentenceWithFigure(content) {
  const sentences = content.split(/(?<=[.!?])\s+(?=[«“\p{Lu}])/u).slice(0, 8);
  return sentences.find((one) => /^[^«“].{39,300}$/.test(one) && /\d/.test(one));
}

const spaced = (text) => text.replace(/\s/g, " ");

/* Only its text and its marks: nothing else of it reaches the page, and not the title, or its end, once more. Where it begins
   or ends within a sentence of the page, an ellipsis says so. */
function excerpt(html, title, content) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  const shown = spaced(parsed.textContent), named = spaced(title);
  let over = [...named].findIndex((_, at) => shown.startsWith(named.slice(at)));    // from its middle too
  over = over < 0 || (over > 0 && title.length - over < 6) ? 0 : title.length - over;
  const before = over ? "" : content.slice(0, Math.max(spaced(content).indexOf(shown), 0)).trimEnd();
  const parts = [];
  for (const { nodeName, textContent } of parsed.childNodes) {
    const rest = textContent.slice(over);
    over = Math.max(over - textContent.length, 0);
    if (parts.length ? rest : /[\p{L}\p{N}]/u.test(rest)) parts.push(nodeName === "MARK" ? made("mark", { textContent: rest }) : rest);
  }
  if (typeof parts[0] === "string") parts[0] = parts[0].replace(/^[\s.,:]+/, "");
  if (/[^.!?]$/.test(before)) parts.unshift("… ");
  if (parts.length && !/[.!?]$/.test(shown.trimEnd())) parts.push(" …");
  return made("span", {}, ...parts);
}
