"""The dataset: its tables, reading them, checking them, and the immutable programme that comes out."""
