"""BambooHR: applications, each with one rating; it exports no scorecards."""
