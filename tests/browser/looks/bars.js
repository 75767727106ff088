// The middle of every planned and every past shape of the drawings on show, with what fills it.
() => {
  const planned = [], past = [];
  for (const path of document.querySelectorAll(".v-chart__picture path:not([fill-opacity])")) {
    const box = path.getBoundingClientRect(), { fill } = getComputedStyle(path);
    if (Math.min(box.width, box.height) < 14 || fill === "none") continue;
    const at = { x: box.left + box.width / 2 - 6, y: box.top + scrollY + box.height / 2 - 6, fill };
    if (fill.includes("#plan-")) planned.push(at);
    else if (/^(rgb|color)/.test(fill)) past.push(at);
  }
  return { planned, past };
}
