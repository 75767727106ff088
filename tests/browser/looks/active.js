// What of the text of each page became active: the pages as the browser's own parser takes them, and the mark that every
// trick bears.
([pages, mark]) => pages.map((html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const words = new Set(["aria-label", "alt", "title", "content", "label"]);
  const found = [];
  // What programs are told is one value of JSON, in which nothing can end the script.
  for (const data of page.querySelectorAll("script[type='application/ld+json']")) {
    JSON.parse(data.textContent);
    if (/[<&]/.test(data.textContent)) found.push("signs of HTML in data");
    data.remove();
  }
  const alone = new RegExp(`^\\s*${mark}(-\\w+)?\\s*$`);
  const walk = page.createTreeWalker(page, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.currentNode; node; node = walk.nextNode()) {
    if (node.nodeType === Node.COMMENT_NODE) {
      if (node.data.includes(mark)) found.push(`comment: ${node.data.slice(0, 80)}`);
      continue;
    }
    if (node.nodeType === Node.TEXT_NODE) {
      if (!alone.test(node.data)) continue;
      for (let one = node.parentElement; one && alone.test(one.textContent); one = one.parentElement) {
        // Lines of a fraction may hold a word alone.
        if (!["mtr", "mtd", "mtext"].includes(one.localName)) found.push(`<${one.localName}> around ${one.textContent}`);
      }
      continue;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const tag = node.localName;
    for (const { name, value } of node.attributes) {
      if (name.startsWith("on") || name === "style" || name === "srcdoc" || name.includes(mark)) found.push(`<${tag} ${name}>`);
      else if (name === "id" ? /[^\w-]/.test(value) : name === "href" && value.startsWith("mailto:") ? /[^\w@.:?=&%~/-]/.test(value) : value.includes(mark) && !words.has(name) && !(name === "href" && /^#[\w-]+$/.test(value)) && (name === "data-live" || !name.startsWith("data-"))) found.push(`<${tag} ${name}="${value.slice(0, 80)}">`);
    }
    if (node.matches("[href^='javascript:' i], [href^='data:' i], base, iframe, object, embed, form[action], meta[http-equiv=refresh]")) found.push(`<${tag}> ${node.getAttribute("href")}`);
    if (["script", "style", "img", "template"].includes(tag) && node.outerHTML.includes(mark)) found.push(`<${tag}> ${node.outerHTML.slice(0, 80)}`);
  }
  const text = page.documentElement.textContent;
  const count = (what) => text.split(what).length - 1;
  if (count(`${mark}-template`)) found.push("a template was read");
  // BibTeX has a stroke before the sign, and HTML that is shown to be copied is written in signs itself.
  const ways = ["&lt;i&gt;_&lt;/i&gt;", "\\&lt;i\\&gt;_\\&lt;/i\\&gt;", "&amp;lt;i&amp;gt;_&amp;lt;/i&amp;gt;"];
  const whole = ways.map((way) => count(way.replace("_", `${mark}-written`)));
  if (count(`${mark}-written`) !== whole[0] + whole[1] + whole[2]) found.push("references to signs were read");
  return { found, marks: count(mark) };
})
