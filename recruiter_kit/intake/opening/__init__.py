"""A file to values or to a table of texts, within limits; and what kind of file it is."""
