"""What others take away: the figures of charts and tables, in forms that other programs read."""
