"""Figures of pages: from the cells of a release to the chart kit's figures. One file per kind of figure."""
