"""Column maps: how a deliverer's own columns are read once a person has confirmed what they mean."""
