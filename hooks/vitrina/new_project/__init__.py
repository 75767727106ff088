"""A project for another city: what it is asked once, and the files that a repository of data alone consists of."""
