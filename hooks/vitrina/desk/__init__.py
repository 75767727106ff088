"""What staff do with their documents and tables before anything is published."""
