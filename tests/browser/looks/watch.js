// Notes, from before anything is loaded, what the page's policy stops and what moves.
window.violations = [];
window.shifts = [];
addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
});
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? "?").slice(0, 80));
    shifts.push(`${entry.value.toFixed(4)} by ${moved.join(", ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
