"""A copy of the finished site that opens from a folder, without a server: from a memory stick, or a pull request."""
