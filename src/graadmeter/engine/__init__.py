"""The engine port: the one way stages ask for rows, and its DuckDB adapter. No knowledge of this field belongs here."""
