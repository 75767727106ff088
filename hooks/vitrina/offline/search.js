/* The search of a copy that opens from a folder: its index is a script, loaded when the search is opened for the first time.
   A word matches by its beginning, without its ending; ё is е. The more of the words are there, in headings above all, the better. */
{
  const here = document.currentScript.src;
  const said = {
    ru: { open: "Найти", label: "Что найти", close: "Закрыть", found: "Найдено", nothing: "Ничего не нашлось. Попробуйте одно слово покороче.", missing: "Поиск не открылся: в папке нет файла offline-index.js." },
    en: { open: "Search", label: "What to find", close: "Close", found: "Found", nothing: "Nothing is found. Try one shorter word.", missing: "The search did not open: the folder has no file offline-index.js." },
  }[document.documentElement.lang];
  const ENDINGS = /(?:иями|ями|ами|иях|ией|ого|его|ому|ему|ыми|ими|ться|ов|ев|ей|ах|ях|ам|ям|ом|ем|ию|ия|ие|ии|ью|ья|ый|ий|ой|ая|яя|ое|ее|ые|ых|их|ую|юю|ть|[аяоеыиуюьй])$/;
  const MOST = 20, OF_ONE_PAGE = 2;

  const words = (text) => text.toLowerCase().replaceAll("ё", "е").match(/[a-zа-я0-9]+/g) ?? [];
  const stem = (word) => {
    const short = /[а-я]/.test(word) ? word.replace(ENDINGS, "") : word.replace(/(?:ies|es|s|ed|ing|y)$/, "");
    return short.length < 3 ? word : short;
  };
  const made = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  let dialog, field, status, list, index;

  const load = () => index ??= new Promise((done, failed) => {
    const prepared = () => done(window.vitrinaIndex.map(([address, title, heading, text]) => ({
      address, title, heading, text, head: words(`${title} ${heading}`).map(stem), body: words(text).map(stem),
    })));
    document.head.append(made("script", { src: new URL("offline-index.js", here).href, onload: prepared, onerror: failed }));
  });

  // A word more weighs more than all that the others can gather.
  const weight = (part, asked) => {
    let sum = 0;
    for (const word of asked) {
      const fits = (one) => one === word || (word.length > 2 && one.startsWith(word));
      const heads = part.head.filter(fits).length, bodies = part.body.filter(fits).length;
      if (heads || bodies) sum += 1000 + 10 * Math.min(heads, 2) + Math.min(bodies, 5);
    }
    return sum;
  };

  const excerpt = (part, asked) => {
    const sentences = part.text.split(/(?<=[.?!])\s+/);
    const one = sentences.find((sentence) => words(sentence).map(stem).some((word) => asked.some((each) => word.startsWith(each)))) ?? sentences[0];
    return one.length > 160 ? `${one.slice(0, 160)}…` : one;
  };

  async function show() {
    const typed = words(field.value), long = typed.filter((word) => word.length > 2);
    const asked = (long.length ? long : typed).map(stem);
    let parts;
    try { parts = await load(); } catch { status.textContent = said.missing; return; }
    const found = asked.length ? parts.map((part) => [weight(part, asked), part]).filter(([sum]) => sum).sort((one, other) => other[0] - one[0]) : [];
    const times = {};
    const shown = found.filter(([, part]) => {
      const page = part.address.split("#")[0];
      times[page] = (times[page] ?? 0) + 1;
      return times[page] <= OF_ONE_PAGE;
    }).slice(0, MOST);
    status.textContent = !asked.length ? "" : shown.length ? `${said.found}: ${shown.length}` : said.nothing;
    list.replaceChildren(...shown.map(([, part]) => made("li", {}, made("a", { href: new URL(`../${part.address}`, here).href }, part.title), part.heading === part.title ? "" : made("b", {}, part.heading), made("span", {}, excerpt(part, asked)))));
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
}
