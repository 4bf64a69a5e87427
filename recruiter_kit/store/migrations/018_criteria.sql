-- Which published criterion a name in files means, as a person has said; "" for none.
CREATE TABLE criterion_names (
    name TEXT PRIMARY KEY,
    criterion TEXT NOT NULL
) STRICT;
