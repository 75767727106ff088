/* The search: a dialog with one field; what is found stands in groups below it, as plain links. The arrow keys walk through
   them, Enter opens, Escape closes. Where something else was understood than was typed, it says so. */

import { makeFinder } from "./find.js";
import { opensBySlash } from "./page.js";
import { openIndex, root } from "./search-index.js";

const MOST = 14;
const PATIENCE = 150;    // milliseconds: between two letters, and before a reader is told that it takes longer
const said = {
  name: say("Поиск по сайту"), label: say("Что найти"), close: say("Закрыть"), slash: say("Открывать поиск клавишей «/»"),
  hint: say("Наберите слово или вопрос. Стрелки ведут по найденному, Esc закрывает."),
  searching: say("Ищем…"), all: say("Найдено: {count}"), best: say("Вот {count} самых подходящих."), meant: say("Показано по запросу «{text}»."),
  partly: say("Всех этих слов сразу нет нигде. Вот где есть часть из них."),
  nothing: say("По запросу «{text}» ничего нет. Попробуйте одно слово покороче или другое слово о том же."),
  missing: say("Поиск сейчас не работает: не загрузился его указатель."), instead: say("Посмотрите здесь:"),
  groups: { money: say("Деньги"), parts: say("Подпрограммы"), indicators: say("Показатели"), questions: say("Вопросы"), words: say("Слова"), documents: say("Документы"), pages: say("Страницы") },
};
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const { lang } = document.documentElement;
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

async function load() {
  const { names, weigh, show: shown } = await openIndex(lang);
  return { names, shown, find: makeFinder(names, lang, weigh) };
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
  let answer, lines;
  try {
    const { names, shown, find } = await ready();
    answer = await find(text);
    lines = await Promise.all(answer.found.slice(0, MOST).map(async (one) => line(one, names.pages[one.page], await shown(one.page, answer.asked))));
  } catch {
    index = null;
  }
  clearTimeout(slow);
  if (turn !== asked) return false;
  if (!lines) return tell(said.missing, instead(box));
  if (!lines.length) return tell(filled(said.nothing, { text }), instead(box));
  const heard = answer.text === text ? "" : `${filled(said.meant, { text: answer.text })} `;
  return tell(heard + (answer.isWhole ? filled(lines.length < MOST ? said.all : said.best, { count: lines.length }) : said.partly), ...grouped(lines));
}

function tell(words, ...below) {
  status.textContent = words;
  list.replaceChildren(...below);
  list.inert = false;
  return true;
}

const instead = (box) => made("p", {}, said.instead, " ", made("a", { href: box.href, textContent: box.dataset.find }));

/* The groups in the order of their best. */
function grouped(lines) {
  const groups = new Map();
  for (const { group, item } of lines) groups.set(group, [...(groups.get(group) ?? []), item]);
  return [...groups].map(([group, items]) => made("section", {}, made("h2", { textContent: said.groups[group] }), made("ul", {}, ...items)));
}

/* A page leads to the section that was found or, where only its text has the words, to the one that has most of them. */
function line({ section, isNamed }, { address: path, title: name, group, sections }, { content, parts: texts }) {
  const address = new URL(path, root);
  const best = texts.reduce((one, other) => (one && one.weight >= other.weight ? one : other), null);
  const anchor = section ? sections[section].anchor : isNamed || address.hash ? "" : best?.anchor ?? "";
  const place = sections.find((one) => one.anchor === anchor) ?? sections[0];
  if (anchor) address.hash = anchor;
  const title = place.heading;
  const text = section ? texts.find((one) => one.anchor === anchor) : best;
  const page = name !== title && !title.startsWith(name) ? [made("small", { textContent: name })] : [];
  const around = excerpt(text?.excerpt ?? [], title, content);
  const cut = around.textContent ? around : excerpt([[opening(title, content), false]], "", content);
  const figure = !address.hash && !/\d/.test(title + cut.textContent) && sentenceWithFigure(content);
  const all = [...page, made("b", { textContent: title }), figure ? made("span", { textContent: figure }) : cut];
  const shown = all.filter(({ textContent }) => textContent);
  return { group, item: made("li", {}, made("a", { href: address.href }, ...shown.flatMap((part, at) => (at ? [pause(shown[at - 1]), part] : [part])))) };
}

/* For those who listen; the eye has a line for each part. */
const pause = ({ textContent }) => made("span", { className: "v-sr", textContent: /[.?!…]$/.test(textContent) ? " " : ". " });

/* What people came for, where neither the title nor the words around theirs have a figure: a sentence near the beginning of
   the page, but no quotation, which numbers laws and appendices. */
function sentenceWithFigure(content) {
  const sentences = content.split(/(?<=[.!?])\s+(?=[«“\p{Lu}])/u).slice(0, 8);
  return sentences.find((one) => /^[^«“].{39,300}$/.test(one) && /\d/.test(one));
}

/* How what stands under a heading begins, where none of its words was asked for. */
function opening(title, content) {
  const at = spaced(content).indexOf(spaced(title));
  return content.slice(at < 0 ? 0 : at + title.length).replace(/^[\s.]+/, "").split(" ").slice(0, 26).join(" ");
}

const spaced = (text) => text.replace(/\s/g, " ");

/* The words around those that were found, but not the title, or its end, once more. Where they begin or end within a sentence of
   the page, an ellipsis says so. */
function excerpt(pieces, title, content) {
  const shown = spaced(pieces.map(([text]) => text).join("")), named = spaced(title);
  let over = [...named].findIndex((_, at) => shown.startsWith(named.slice(at)));    // from its middle too
  over = over < 0 || (over > 0 && title.length - over < 6) ? 0 : title.length - over;
  const before = over ? "" : content.slice(0, Math.max(spaced(content).indexOf(shown), 0)).trimEnd();
  const parts = [];
  for (const [text, isMarked] of pieces) {
    const rest = text.slice(over);
    over = Math.max(over - text.length, 0);
    if (parts.length ? rest : /[\p{L}\p{N}]/u.test(rest)) parts.push(isMarked ? made("mark", { textContent: rest }) : rest);
  }
  if (typeof parts[0] === "string") parts[0] = parts[0].replace(/^[\s.,:]+/, "");
  if (/[^.!?]$/.test(before)) parts.unshift("… ");
  if (parts.length && !/[.!?]$/.test(shown.trimEnd())) parts.push(" …");
  return made("span", {}, ...parts);
}
