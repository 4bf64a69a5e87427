"""The rules of the product that are kept in the database: from an import to a candidate who was told."""
