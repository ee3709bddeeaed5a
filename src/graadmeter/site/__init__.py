"""The public site: static pages in Dutch and English, generated from a release and from nothing else."""
