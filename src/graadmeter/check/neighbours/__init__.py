"""What row checks may look at beside their own row: one neighbour per module of a subject, each found by key."""
