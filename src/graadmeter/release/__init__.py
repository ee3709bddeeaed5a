"""The release: protected cells in an immutable folder, with what is needed to read, trust and trace them."""
