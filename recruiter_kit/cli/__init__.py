"""The commands, one a file; thin, and without rules of their own."""
