"""Incomplete quarters: how far the newest quarters have filled up, and what they will probably come to."""
