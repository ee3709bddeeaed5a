"""The steps from events to the uniform model, one file each: a step is a name and the SELECT that makes it a table."""
