// The drawing of each picture that is on show, with every text and every filled shape that takes up room.
() => [...document.querySelectorAll(".v-chart__picture")].map((picture) => {
  const drawings = [...picture.querySelectorAll("svg")].filter((one) => one.getClientRects().length);
  const within = (selector) => drawings.flatMap((one) => [...one.querySelectorAll(selector)]);
  const seen = (one) => {
    const box = one.getBoundingClientRect(), { fill } = getComputedStyle(one);
    return box.width > 0 && box.height > 0 && !["none", "transparent", "rgba(0, 0, 0, 0)"].includes(fill)
      && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  return {
    name: picture.dataset.live,
    sizes: drawings.map((one) => one.getBoundingClientRect()).map((box) => [box.width, box.height]),
    texts: within("text").filter(seen).map((one) => one.textContent),
    unseen: within("text").filter((one) => !seen(one)).map((one) => one.textContent),
    shapes: within("path").filter(seen).length,
  };
})
