"""Files in and out: contents within limits, JSON and YAML in one dialect, plain errors, whole writes."""
