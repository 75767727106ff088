/* Which pages answer what was typed: the same on the site and in its copy for a folder.

   A page is told by its names: its title, its first heading and the words by which people look for it; a section by its heading.
   Names come before what the text says; how much of the text speaks of a word is told by `weigh`. A word is compared without its
   ending and without its fleeting vowel, ё is е, a number whatever its grouping. Of words that the site does not know the nearest
   ones that it knows are taken. */

import { anyLayout, areBeside } from "./keyboard.js";

// «ть» is a verb's, but not in «рождаемость».
const ENDINGS = /(?:иями|ями|ами|иях|ией|ого|его|ому|ему|ыми|ими|ться|ов|ев|ей|ах|ях|ам|ям|ом|ем|ию|ия|ие|ии|ью|ья|ье|ый|ий|ой|ая|яя|ое|ее|ые|ых|их|ую|юю|(?<!с)ть|[аяоеыиуюьй])$/;
const FLEETING = /(?<=..)[оеь](?=[кцнг]$)/;
const TOKENS = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[\p{L}\p{N}]+/gu;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const ALIKE = ["дт", "гк", "бп", "вф", "зс", "жш", "шщ", "ао", "еи", "иы", "эе", "цс"];    // heard for one another
const MOST_MENDED = 8;
const ALIKE_IS = 0.75, SECTION_IS = 0.95, QUESTION_IS = 0.96, TERM_IS = 0.9;    // beside 1 for a page that is named just so

export const plain = (text) => text.toLowerCase().replaceAll("ё", "е");
export const tokens = (text) => text.match(TOKENS) ?? [];
const isNumber = (token) => /^\d+(?:[.,\s]\d+)*$/.test(token);

const grouping = new Map();
function groupsByCommas(language) {
  if (!grouping.has(language)) grouping.set(language, new Intl.NumberFormat(language).format(12345).includes(","));
  return grouping.get(language);
}

/** A number without its grouping and its last noughts, with a point: «6 529 005,50» and “6,529,005.50” are 6529005.5. */
export function number(token, language) {
  const solid = token.replace(/\s/g, "");
  const grouped = GROUPED.test(solid) && (groupsByCommas(language) || /\.|,.*,/.test(solid));
  const figure = (grouped ? solid.replaceAll(",", "") : solid).replace(",", ".");
  return /^\d+\.\d+$/.test(figure) ? figure.replace(/\.?0+$/, "") : figure;
}

export function stem(word) {
  const short = /[а-я]/.test(word) ? word.replace(ENDINGS, "").replace(FLEETING, "") : word.replace(/(?:ies|es|s|ed|ing|y|e)$/, "");
  return short.length < 3 ? word : short;
}

/** The text's words as they are compared. */
export const compared = (text, language) => tokens(text).map((token) => (isNumber(token) ? number(token, language) : stem(plain(token))));

/* How much a word that was asked is like a word that is there: typed to its end, or its beginning; of a long number the whole. */
export function likeness(there, asked) {
  if (there === asked) return 1;
  if (/^\d{5,}$/.test(asked)) return there.startsWith(`${asked}.`) ? 0.8 : 0;
  if (asked.length < 3 || /^\d/.test(asked) || !there.startsWith(asked)) return 0;
  return there.length - asked.length < 3 ? 0.8 : 0.5;
}

const isFront = (address) => /^(?:index\.html)?$/.test(address);    // its sections repeat what other pages have
const most = (values) => values.reduce((top, value) => Math.max(top, value), 0);

/* How far a word lies from another: the fewer and the likelier the slips, the less. */
function distance(one, other) {
  let before = [], last = [...other, ""].map((_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const [a, b] = [one[i - 1], other[j - 1]];
      const likely = areBeside(a, b) || ALIKE.some((pair) => pair.includes(a) && pair.includes(b));
      row[j] = Math.min(
        last[j] + (a === one[i - 2] ? 0.5 : 0.9),
        row[j - 1] + (b === other[j - 2] ? 0.5 : 0.9),
        last[j - 1] + (a === b ? 0 : likely ? 0.6 : 1) * (i === 1 && j === 1 ? 1.3 : 1),
      );
      if (i > 1 && j > 1 && a === other[j - 2] && b === one[i - 2]) row[j] = Math.min(row[j], before[j - 2] + 0.6);
    }
    [before, last] = [last, row];
  }
  return last.at(-1);
}

const slips = (word) => (word.length < 4 ? 0.8 : word.length < 8 ? 1.3 : 2);

/** `weigh(word)` gives, for a word that was asked, the pages whose text has it: number of the page → from 0 to 1. */
export function makeFinder({ pages, words, alike, idle }, language, weigh) {
  const vocabulary = words.split(" ").map((word) => ({ word, plain: plain(word) }));
  const said = new Set(vocabulary.map((one) => stem(one.plain)));
  const stems = new Set(said);
  const idling = new Set(idle.map(plain));
  const groups = alike.map((group) => group.map((word) => stem(plain(word))));

  const telling = (all) => {
    const kept = all.filter((token) => !idling.has(plain(token)));
    return kept.length ? kept : all;
  };
  const phrase = (text, isUsual) => ({ whole: plain(text), stems: compared(telling(tokens(text)).join("\n"), language), isUsual });
  const phrases = (names, [usual, ...keywords]) => [...names.map((name) => phrase(name)), ...(usual ? [phrase(usual, true)] : []), ...keywords.map((one) => phrase(one))];
  const named = pages.map(({ address, title, keywords, sections: [first, ...rest] }) => ({
    rating: !address.includes("#") ? 1 : /(?:^|\/)glossary\//.test(address) ? TERM_IS : QUESTION_IS,
    phrases: phrases([title, first.heading], keywords),
    sections: (isFront(address) ? [] : rest).map(({ heading, keywords: own }) => phrases([heading], own)),
  }));
  for (const group of groups) group.forEach((one) => stems.add(one));
  for (const { phrases } of named) phrases.forEach((one) => one.stems.forEach((each) => stems.add(each)));

  const begins = (text, all) => all.has(text) || (text.length > 3 && [...all].some((one) => one.startsWith(text)));
  const isThere = (token) => isNumber(token) || begins(stem(plain(token)), stems);
  const isKnown = (token) => token.length < 3 || isThere(token) || idling.has(plain(token));

  /* What was asked, word by word, each with the others that mean the same. */
  const read = (all) => telling(all).map((token) => {
    const [one] = isNumber(token) ? [number(token, language)] : [stem(plain(token))];
    return { token, one, others: groups.filter((group) => group.includes(one)).flat().filter((each) => each !== one) };
  });
  const matched = (there, { one, others }) => Math.max(likeness(there, one), others.includes(there) ? ALIKE_IS : 0);

  /* How much of what is asked the names have, word by word, and how well the best of them fits the whole of it. */
  function fit(phrases, asked, weights, whole) {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    let best = 0;
    const each = asked.map(() => 0);
    for (const one of phrases) {
      const likes = asked.map((word) => most(one.stems.map((there) => matched(there, word))));
      likes.forEach((like, at) => { each[at] = Math.max(each[at], like); });
      const has = likes.reduce((total, like, at) => total + like * weights[at], 0) / sum;
      const is = one.stems.filter((there) => asked.some((word) => matched(there, word))).length / Math.max(one.stems.length, 1);
      best = Math.max(best, has * is + (one.whole === whole ? 0.2 : 0) + (has * is > 0.99 && one.isUsual ? 0.05 : 0));
    }
    return { each, best: best * sum };
  }

  /* The pages by their names and by what `texts` says of each word, the best first, each with its best place. */
  function rank(asked, texts, whole) {
    const names = named.map(({ phrases }) => asked.map((word) => most(phrases.flatMap((one) => one.stems.map((there) => matched(there, word))))));
    const weights = asked.map((_, at) => {
      const count = pages.filter((_page, page) => names[page][at] || texts[at]?.has(page)).length;
      return Math.log(1 + pages.length / (count + 1));
    });
    const found = [];
    named.forEach(({ phrases, sections, rating }, page) => {
      const texted = asked.map((_, at) => (texts[at]?.has(page) ? 0.1 + 0.3 * texts[at].get(page) : 0));
      const own = fit(phrases, asked, weights, whole);
      const scored = (each, best) => each.reduce((total, like, at) => total + weights[at] * Math.max(like, texted[at]), best);
      const places = [{ section: 0, score: rating * scored(own.each, own.best), each: own.each }];
      sections.forEach((heading, at) => {
        const its = fit(heading, asked, weights, whole);
        const each = its.each.map((like, word) => Math.max(like, 0.5 * own.each[word]));
        places.push({ section: at + 1, score: SECTION_IS * scored(each, its.best), each });
      });
      const top = places.reduce((one, other) => (other.score > one.score ? other : one));
      const covered = asked.filter((_, at) => most(places.map(({ each }) => each[at])) || texted[at]).length;
      if (covered) found.push({ page, ...top, isNamed: own.each.some(Boolean), covered });
    });
    const full = found.filter(({ covered }) => covered === asked.length);
    return { isWhole: full.length > 0, found: (full.length ? full : found).sort((one, other) => other.score - one.score) };
  }

  /* The words of the site that lie nearest to this one. */
  function near(text) {
    const word = plain(text), found = [];
    for (const { word: other, plain: its } of vocabulary) {
      const far = Math.abs(its.length - word.length) > 2 ? Infinity : distance(word, its);
      if (far <= slips(word)) found.push({ far, other });
      else if (its.length > 5 && word.startsWith(stem(its))) found.push({ far: 0.7, other });
    }
    return found.sort((one, other) => one.far - other.far).slice(0, MOST_MENDED);
  }

  /* What may have been meant by the word at this place: a near one, one of two parts, or it and the next as one. */
  function* meant(all, at) {
    const word = plain(all[at]);
    for (const { far, other } of near(word)) yield { far, all: all.toSpliced(at, 1, other) };
    for (let cut = 3; cut <= word.length - 3; cut += 1) {
      const parts = [word.slice(0, cut), word.slice(cut)];
      if (parts.every((part) => stems.has(stem(part)))) yield { far: 0.5, all: all.toSpliced(at, 1, ...parts) };
    }
    for (const first of [at - 1, at]) {
      if (first < 0 || first + 1 === all.length) continue;
      for (const { far, other } of near(all.slice(first, first + 2).join(""))) yield { far: far + 0.2, all: all.toSpliced(first, 2, other) };
    }
  }

  /* Each word that the site does not know is replaced by what fits best with the others, or left out. */
  function mended(all) {
    const at = all.findIndex((token) => !isKnown(token));
    if (at < 0) return all;
    let best = { all: all.toSpliced(at, 1), value: -Infinity };
    for (const { far, all: instead } of meant(all, at)) {
      const asked = read(instead.filter(isKnown));
      const value = most(rank(asked, [], "").found.slice(0, 1).map(({ score }) => score)) / asked.length - far;
      if (value > best.value) best = { all: instead, value };
    }
    return mended(best.all);
  }

  /** What was asked as it was understood, and the places that answer it. */
  return async function find(typed) {
    const layouts = anyLayout(typed, language).map((text) => ({ text, all: tokens(text) }));
    const known = ({ all }) => all.filter(isThere).join("").length;
    const nearest = layouts.reduce((one, other) => (known(other) > known(one) ? other : one));
    const all = mended(nearest.all);
    const asked = read(all);
    const texts = await Promise.all(asked.map((word) => (isNumber(word.token) || begins(word.one, said) ? weigh(word) : new Map())));
    const text = all.length === nearest.all.length && all.every((token, at) => token === nearest.all[at]) ? nearest.text : all.join(" ");
    return { text, asked, ...(asked.length ? rank(asked, texts, plain(text)) : { found: [], isWhole: true }) };
  };
}
