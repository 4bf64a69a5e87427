"""Documents that no form made: a Word file, an e-mail, a text, brought to plain paragraphs."""
