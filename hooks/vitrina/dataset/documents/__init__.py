"""The texts of a programme's documents: reading their files, and finding in them what the tables quote."""
