"""The exact answers, counted from what was drawn: a second opinion that shares no code with the pipeline."""
