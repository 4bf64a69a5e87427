"""What rewriting and checking ask about English: words, parts of speech, pronouns, capitals."""
