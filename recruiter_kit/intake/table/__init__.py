"""A table of scorecards, one row per rating, as CSV or a workbook."""
