"""What an intervention changed and saved: pure functions from published cells to estimates with their evidence."""
