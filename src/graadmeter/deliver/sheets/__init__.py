"""Spreadsheets (XLSX) as delivered tables: the package, its sheets, and their cells as text."""
