"""What is delivered beside messages and extract: one file per table, each row with what the model should make of it."""
