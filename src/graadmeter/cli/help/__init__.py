"""The help pages of the command line, in Dutch and English: what they are made of, and their words."""
