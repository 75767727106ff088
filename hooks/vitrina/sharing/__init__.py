"""What others show of the site in places of their own, and how they find it and name it."""
