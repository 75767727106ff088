"""What charts are put together of: scales, bands, places of labels, and the one style of all."""
