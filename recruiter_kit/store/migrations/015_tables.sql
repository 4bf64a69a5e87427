-- What a person has said of tables with certain headings: columns, order of days, scale, words.
CREATE TABLE tables (
    headings TEXT PRIMARY KEY,
    said TEXT NOT NULL
) STRICT;
