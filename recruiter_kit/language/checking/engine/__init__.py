"""Finding what a rule describes: kinds of rules, an index of literals, running them over a text."""
