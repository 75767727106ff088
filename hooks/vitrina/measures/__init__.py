"""What follows from the figures: totals, changes, prices, reconciliation. Pure, exact, in whole kopecks."""
