"""Content: what is delivered, checked, measured and allowed. One unit is one file; `load` finds them all."""
