"""`make bench`: what the site costs to build and to open, beside what it may cost."""
