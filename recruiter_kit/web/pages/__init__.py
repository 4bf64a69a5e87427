"""One module per page: named like the page, its URL, its template and its test."""
