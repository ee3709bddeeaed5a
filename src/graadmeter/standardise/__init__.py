"""From checked raw rows to event tables, and from events to the uniform model. No I/O; rows go through an `Engine`."""
