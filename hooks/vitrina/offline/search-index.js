/* What the search asks in the copy that opens from a folder: an index that is a script, loaded when the search is opened first.
   theme/js/search-index.js has the same for the site. */

const root = new URL("../", document.currentScript.src);
const AROUND = 12;    // words of the text on either side of the one that was found

const loaded = () => new Promise((done, failed) => {
  document.head.append(Object.assign(document.createElement("script"), { src: new URL("js/offline-index.js", root).href, onload: done, onerror: failed }));
});

async function openIndex(language) {
  if (!window.vitrinaIndex) await loaded();
  const { texts, ...names } = window.vitrinaIndex;
  const said = texts.map((sections) => sections.map((text) => compared(text, language)));
  const isOne = (there, { one }) => likeness(there, one) > 0;
  const count = (section, word) => section.filter((there) => isOne(there, word)).length;

  function weigh(word) {
    const found = new Map();
    said.forEach((sections, page) => {
      const times = sections.reduce((sum, section) => sum + count(section, word), 0);
      if (times) found.set(page, times / (times + 3));
    });
    return found;
  }

  /* The words around the first of those that were asked, as pieces of text and whether each is marked. */
  function cut(text, asked) {
    const all = text.split(/(?<=\S) (?=\S)/);
    const marked = all.map((word) => compared(word, language).some((there) => asked.some((one) => isOne(there, one))));
    const at = Math.max(marked.indexOf(true), 0), first = Math.max(at - AROUND, 0);
    return all.slice(first, at + AROUND).map((word, place) => [`${word} `, marked[first + place]]);
  }

  function show(page, asked) {
    const parts = names.pages[page].sections.map(({ anchor, heading }, at) => {
      const weights = asked.map((word) => Math.min(count(said[page][at], word), 3));
      return { anchor, heading, excerpt: cut(texts[page][at], asked), weight: weights.reduce((sum, one) => sum + one + (one ? 10 : 0), 0) };
    });
    return { content: texts[page].join(" "), parts };
  }

  return { names, weigh, show };
}
