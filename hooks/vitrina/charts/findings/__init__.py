"""What the charts say in words: the finding over each, and its description for those who do not see it."""
