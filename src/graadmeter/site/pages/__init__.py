"""The pages of the site, one file per kind of page. Each gives `Page` values; none writes anything."""
