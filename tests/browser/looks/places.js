// Where each thing of the page stands, in the page's own coordinates.
() => [...document.querySelectorAll("h1, h2, h3, .v-chart__picture, .v-wide, .v-narrow, table, footer")]
  .filter((one) => one.getClientRects().length)
  .map((one) => one.getBoundingClientRect())
  .map((box) => [box.left, box.top + scrollY, box.width, box.height].map(Math.round))
