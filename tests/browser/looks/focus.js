// Where the focus is now: its place in the page, and whatever is wrong with how it is seen. Nothing where it is on the page itself.
() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const faults = [];
  // A choice is drawn by what stands beside its button.
  const drawn = one.matches(".v-lowvision input") ? one.nextElementSibling : one.matches("label [type=radio]") ? one.closest("label") : one;
  const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(drawn);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push("no outline");
  const clear = (colour) => colour.startsWith("rgba(") && colour.endsWith(", 0)");
  let ground = drawn.parentElement;
  while (ground && clear(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3).map((value) => linear(value / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [less, more] = [outlineColor, ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)"].map(light).sort((a, b) => a - b);
  if (more / less < 3) faults.push(`an outline that hardly stands off its ground: ${outlineColor}`); // WCAG 2.2, 1.4.11
  const line = [...drawn.getClientRects()].find((box) => box.width && box.height);
  if (!line) faults.push("takes up no room");
  else {
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.15, 0.5, 0.85].map((y) => [line.left + line.width * x, line.top + line.height * y]));
    const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const over = inside.filter(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && !drawn.contains(top) && !top.contains(drawn) && !top.contains(one);
    });
    if (!inside.length) faults.push("out of sight");
    else if (over.length === inside.length) faults.push("covered");
  }
  const stops = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")];
  const name = (one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 40);
  const { top, bottom, left, right } = drawn.getBoundingClientRect();
  return { at: stops.indexOf(one), name: `${one.tagName} ${name}`, faults, own: !!one.closest("article"), top: top + scrollY, bottom: bottom + scrollY, left, right };
}
