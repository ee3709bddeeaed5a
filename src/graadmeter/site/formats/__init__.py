"""The figures of an indicator in forms that others read: JSON-stat, a description of the CSV file, and a workbook."""
