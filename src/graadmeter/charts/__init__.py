"""Figures: published values in, one object out that holds the sentence, the real table and the picture. No I/O."""
