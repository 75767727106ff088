// Every text on show that is cut off by its own box, or that lies over another one.
() => {
  // The heads of tables whose rows have become cards are kept for screen readers alone.
  const unseen = (one) => one.closest(".v-sr, .v-skip, svg") || getComputedStyle(one.closest("thead") ?? one).clipPath !== "none";
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !unseen(one);
  const words = (node) => node.textContent.trim().slice(0, 40);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    (node.textContent.trim() && shown(node.parentElement)
      ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT));
  const texts = [], found = new Set(), known = new Map();
  const bounds = (one) => {
    if (!known.has(one)) {
      const { overflowX, overflowY } = getComputedStyle(one);
      known.set(one, { overflowX, overflowY, edge: one.getBoundingClientRect() });
    }
    return known.get(one);
  };
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    // The boxes of the lines are as high as the font; letters lie in the middle of them.
    for (const line of range.getClientRects()) {
      if (line.width < 2) continue;
      const box = { left: line.left + 1, right: line.right - 1, top: line.top + line.height * 0.25, bottom: line.bottom - line.height * 0.25 };
      texts.push({ node: walker.currentNode, box });
    }
  }
  for (const { node, box } of texts) {
    for (let one = node.parentElement; one && one !== document.body; one = one.parentElement) {
      const { overflowX, overflowY, edge } = bounds(one);
      const across = ["hidden", "clip"].includes(overflowX) && (box.right > edge.right + 1 || box.left < edge.left - 1);
      const down = ["hidden", "clip"].includes(overflowY) && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1);
      if (across || down) found.add(`cut: ${words(node)}`);
      if (["auto", "scroll"].includes(overflowX)) break; // it can be scrolled into sight
    }
  }
  // What scrolls by itself lies under its first column on purpose.
  const free = texts.filter(({ node }) => !node.parentElement.closest(".v-table")).sort((a, b) => a.box.top - b.box.top);
  free.forEach(({ node, box }, at) => {
    for (let next = at + 1; next < free.length && free[next].box.top < box.bottom; next += 1) {
      const other = free[next];
      if (other.node === node || other.box.left >= box.right || other.box.right <= box.left) continue;
      found.add(`over each other: ${words(node)} / ${words(other.node)}`);
    }
  });
  return { texts: texts.length, found: [...found] };
}
