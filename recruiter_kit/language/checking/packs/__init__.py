"""Rules as data: files, validation, examples, cache."""
