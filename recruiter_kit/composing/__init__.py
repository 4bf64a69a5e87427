"""From a plan to the words of a feedback and of a call."""
