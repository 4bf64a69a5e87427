"""The app in the browser: one file a place, thin, with no rules of its own."""
