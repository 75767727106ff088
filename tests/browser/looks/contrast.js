// Every text on show whose contrast with its ground is lower than readable, and every shape of a chart that hardly
// stands off (WCAG 2.2, 1.4.3 and 1.4.11; large letters need less). Asked for more (1.4.6), also every rule.
(more) => {
  for (const change of document.getAnimations()) change.finish();
  // «rgb(20, 32, 42)», or «color(srgb 0.08 0.13 0.16)» of a colour that is mixed.
  const parts = (colour) => {
    const numbers = colour.match(/[\d.]+/g).map(Number);
    return colour.startsWith("color(") ? numbers.map((number, place) => (place < 3 ? number * 255 : number)) : numbers;
  };
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).slice(0, 3).map((value) => linear(value / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const known = new Map([[null, "rgb(255, 255, 255)"]]);
  const ground = (one) => {
    if (!known.has(one)) {
      const own = getComputedStyle(one).backgroundColor;
      known.set(one, parts(own)[3] === 0 ? ground(one.parentElement) : own);
    }
    return known.get(one);
  };
  const contrast = (one, colour) => {
    const [most, least] = [light(colour), light(ground(one))].sort((a, b) => b - a);
    return (most + 0.05) / (least + 0.05);
  };
  const shown = (one) =>
    one.getClientRects().length && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const own = (one) =>
    [...one.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent.trim() : "")).join("");

  const faint = new Set();
  let texts = 0;
  for (const one of document.querySelectorAll("body *")) {
    if (one.closest("script, style, .v-sr") || !own(one) || !shown(one)) continue;
    const style = getComputedStyle(one), drawn = one instanceof SVGElement;
    if (drawn && style.stroke !== "none") continue; // the rim that keeps a label off the lines behind it
    const colour = drawn ? style.fill : style.color, size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    texts += 1;
    if (contrast(one, colour) < (more ? (large ? 4.5 : 7) : large ? 3 : 4.5)) faint.add(`${colour} on ${ground(one)}: ${own(one).slice(0, 40)}`);
  }
  // The signs on buttons and links are in the colour of their words.
  for (const one of document.querySelectorAll(":is(a, button, summary) svg:not(.v-spark)")) {
    if (shown(one) && contrast(one, getComputedStyle(one).color) < 3) faint.add(`sign: ${one.parentElement.outerHTML.slice(0, 60)}`);
  }
  let shapes = 0;
  for (const one of document.querySelectorAll(".v-chart__picture path:not([fill-opacity])")) {
    const { fill } = getComputedStyle(one);
    // What is in the colour of the paper is there to part the others.
    if (!shown(one) || !/^(rgb|color)/.test(fill) || one.getAttribute("fill")?.includes("--paper")) continue;
    shapes += 1;
    if (contrast(one, fill) < (more ? 4.5 : 3)) faint.add(`${one.closest("[data-live]").dataset.live}: ${one.getAttribute("fill")}, ${fill}`);
  }
  let rules = 0;
  for (const one of more ? document.querySelectorAll("body *") : []) {
    if (!shown(one)) continue;
    const style = getComputedStyle(one);
    const borders = ["Top", "Bottom"].filter((side) => parseFloat(style[`border${side}Width`])).map((side) => style[`border${side}Color`]);
    for (const line of one.matches("#year-sources [fill-opacity]") ? [style.stroke] : borders) {
      if (line === ground(one.parentElement)) continue; // it waits until it is pointed at
      rules += 1;
      if (line === "none" || contrast(one.parentElement, line) < 3) faint.add(`rule: ${line}, ${one.outerHTML.slice(0, 80)}`);
    }
  }
  return { texts, shapes, rules, faint: [...faint] };
}
