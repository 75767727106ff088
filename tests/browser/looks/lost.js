// What is drawn in the colour of its own ground, so that nobody sees it: marks of charts, their keys, the signs of a way.
() => {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const clear = (colour) => colour === "none" || parts(colour)[3] === 0;
  const ground = (one) => {
    const own = one && getComputedStyle(one).backgroundColor;
    return one ? (clear(own) ? ground(one.parentElement) : own) : "rgb(255, 255, 255)";
  };
  const seen = (colour, behind) => colour.startsWith("url") || (!clear(colour) && colour !== behind);
  const lost = [], counted = {};
  const look = (kind, selector, colours, behind) => {
    const shown = [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length);
    counted[kind] = shown.length;
    for (const one of shown) if (!colours(one).some((colour) => seen(colour, behind(one)))) lost.push(`${kind}: ${one.outerHTML.slice(0, 120)}`);
  };
  // What is in the colour of the paper is there to part the others.
  look("mark", ".v-chart__picture :is(path, line, rect):not([fill*='--paper'], [stroke*='--paper'], g[stroke*='--paper'] *)", (one) => {
    const { fill, stroke } = getComputedStyle(one);
    return [fill, stroke];
  }, ground);
  look("piece", ":is(.v-mix__bar, .v-strip) rect", (one) => [getComputedStyle(one).fill], ground);
  look("swatch", ".v-swatch", (one) => [getComputedStyle(one).backgroundColor], (one) => ground(one.parentElement));
  look("sign of the way", ".v-path li + li", (one) => [getComputedStyle(one, "::before").color], ground);
  look("field", ".v-find", (one) => [getComputedStyle(one).borderTopColor], ground);
  return { lost, counted };
}
