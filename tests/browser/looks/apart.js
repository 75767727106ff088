// Figures of tables that stand apart from the word or the sign before them in their line, and how many there are.
() => {
  const found = [];
  let seen = 0;
  for (const figure of document.querySelectorAll(".v-data a[href*=where-from]")) {
    const before = figure.previousSibling;
    if (before?.nodeType !== Node.TEXT_NODE || !before.data.trim()) continue;
    const box = (node, from, to) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getBoundingClientRect();
    };
    const end = before.data.trimEnd().length;
    const [word, number] = [box(before, end - 1, end), box(figure, 0, figure.childNodes.length)];
    if (!word.width || word.bottom < number.top || number.left < word.right) continue;
    seen += 1;
    if (number.left - word.right > 0.6 * parseFloat(getComputedStyle(figure).fontSize)) found.push(figure.parentElement.textContent);
  }
  return { seen, found };
}
