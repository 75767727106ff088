"""Opens the files of word processors: each format is walked here alone, whoever wants its text."""
