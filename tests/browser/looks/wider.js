// How wide the page is, and everything that sticks out on the right and is not inside something that scrolls by itself;
// a table that stands as blocks, one row under the other, has no reason to scroll.
() => {
  const edge = document.documentElement.clientWidth + 1;
  const kept = (one) => one && (getComputedStyle(one).overflowX !== "visible" || kept(one.parentElement));
  const drawing = (one) => one.ownerSVGElement && one.tagName !== "text";
  const out = [...document.body.querySelectorAll("*")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > edge && !drawing(one) && !kept(one.parentElement)
      && one.checkVisibility({ visibilityProperty: true });
  });
  const stacked = [...document.querySelectorAll(".v-table--stack")].filter((one) =>
    one.scrollWidth > one.clientWidth && getComputedStyle(one.querySelector("tr")).display !== "table-row");
  return {
    width: document.documentElement.scrollWidth,
    body: document.body.scrollWidth,
    out: [...out, ...stacked].map((one) => `${one.tagName}.${one.getAttribute("class")}: ${one.textContent.trim().slice(0, 40)}`),
  };
}
