"""Measuring: indicator definitions become one portable query plan, and its answers become cells."""
