// A page as it would be printed on a sheet of this width: what reaches over its right edge, what is folded away, so that
// paper would not tell it (ways to a chart's figures and letters are for the screen), and what is not dark on white.
(width) => {
  document.getAnimations().forEach((one) => one.finish());
  const named = (one) => `${one.tagName}.${one.getAttribute("class")}: ${one.textContent.trim().slice(0, 40)}`;
  const light = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return a > 0.1 && 0.299 * r + 0.587 * g + 0.114 * b > 150;
  };
  const over = [...document.querySelectorAll("main *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && box.height && box.right > width + 1 && !one.closest("svg, .v-sr, .v-patterns");
  });
  const folded = [...document.querySelectorAll("main details:not(.v-request, .v-request *, .v-actions *)")].filter((one) =>
    [...one.children].some((child) => !child.matches("summary, .v-report") && !child.getBoundingClientRect().height));
  const grounds = [document.body, document.documentElement].filter((one) =>
    !/^rgb\(255, 255, 255\)$|, 0\)$/.test(getComputedStyle(one).backgroundColor));
  // A word of a drawing may have a halo of paper below it.
  const words = [...document.querySelectorAll("main :is(p, h1, h2, h3, td, th, li, dt, dd, a), main .v-wide text")].filter((one) =>
    getComputedStyle(one).stroke === "none" && light(getComputedStyle(one)[one.tagName === "text" ? "fill" : "color"]));
  return { over: over.map(named), folded: folded.map(named), pale: [...grounds, ...words].map(named) };
}
