"""The commands, one per file; thin, and without rules of their own."""
