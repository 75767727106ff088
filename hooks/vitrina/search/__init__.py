"""The index that the search box asks, made from the finished pages of one language."""
