/* What the search asks on the site: the names of its pages, and Pagefind for their texts. The copy for a folder has its own. */

import { compared, likeness, tokens } from "./find.js";

export const root = new URL("../", import.meta.url);
const ENOUGH = 40;

/* The index is searched by a worker, which needs nothing of the page's policy. Its script is fetched before: Pagefind would
   wait a minute for one that does not come. */
export async function openIndex(language) {
  const [answer] = await Promise.all(["pagefind/names.json", "pagefind/pagefind-worker.js"].map((file) => fetch(new URL(file, root))));
  const names = await answer.json();
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  await pagefind.options({ excerptLength: 26, ranking: { metaWeights: { title: 4, page: 4, keywords: 4, sections: 4, url: 0 }, pageLength: 0.4 } });
  await pagefind.init();
  const placeOf = new Map(names.pages.map(({ id }, page) => [id, page]));

  const figures = new Map();

  const search = async (text) => (await pagefind.search(text)).results.filter(({ id }) => placeOf.has(id));

  /* Pagefind knows the parts of a number as words, and one without its separators as one word: 7174 may be 71,74 too. */
  async function withNumber(figure) {
    const [whole, part] = figure.split(".");
    const wholes = new Set([whole, ...["\u00a0", ","].map((mark) => whole.replace(/\B(?=(?:\d{3})+$)/g, mark))]);
    const parts = part ? [part, ...(part.length === 1 ? [`${part}0`] : [])].map((one) => `.${one}`) : [""];
    const found = new Map();
    for (const one of wholes) for (const end of parts) for (const result of await search(`"${one.replaceAll("\u00a0", " ")}${end}"`)) found.set(result.id, result);
    const data = await Promise.all([...found.values()].slice(0, ENOUGH).map(async (result) => [placeOf.get(result.id), await result.data()]));
    const times = ({ content }) => compared(content, language).filter((one) => likeness(one, figure)).length;
    figures.set(figure, new Map(data.filter(([, one]) => times(one))));
    return new Map([...figures.get(figure)].map(([page, one]) => [page, times(one) / (times(one) + 3)]));
  }

  async function weigh({ one, token }) {
    if (/^\d{4,}$|^\d+\.\d+$/.test(one) && !/^(?:19|20)\d\d$/.test(one)) return withNumber(one);
    const results = await search(/^\d+$/.test(one) ? `"${one}"` : token);    // a word is found by its beginning too
    return new Map(results.map(({ id, score }) => [placeOf.get(id), score / Math.max(results[0].score, 0.01)]));
  }

  /* A page as Pagefind shows it: found by all that was asked, by one word of it or, where its text has none, by its title. */
  async function data(page, asked) {
    const figure = asked.find(({ one }) => figures.get(one)?.has(page));
    if (figure) return figures.get(figure.one).get(page);
    const { id, title } = names.pages[page], words = asked.map(({ token }) => token), instead = tokens(title).join(" ");
    for (const text of [words.join(" "), ...words, instead]) {
      const result = (await search(text)).find((one) => one.id === id);
      if (result) return { ...await result.data(), isAsked: text !== instead };
    }
    return { content: "", sub_results: [] };
  }

  async function show(page, asked) {
    const { content, sub_results: found, isAsked = true } = await data(page, asked);
    const parts = found.map(({ title, anchor, excerpt, weighted_locations: all }) => ({
      anchor: anchor && anchor.element !== "h1" ? anchor.id : "",
      heading: title,
      excerpt: pieces(excerpt).map(([text, isMarked]) => [text, isMarked && isAsked]),
      weight: all.reduce((sum, { weight }) => sum + weight, 0),
    }));
    return { content, parts };
  }

  return { names, weigh, show };
}

/* Only its text and its marks: nothing else of it reaches the page. */
const pieces = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map(({ nodeName, textContent }) => [textContent, nodeName === "MARK"]);
