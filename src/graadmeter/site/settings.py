"""What a region chooses for its site, beside the release."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How and where the site is published."""

    base: str = "/"
    """The path it is served under; only the page for unknown addresses needs it."""
    address: str = ""
    """Where it will stand, such as 'https://monitor.example.nl/twente', without a last slash. Site map, feeds, previews
    and the integrity of shared files need it; without it the site can also be opened from disk."""
    theme: str = ""
    """CSS of the region's own that sets design tokens."""


NOTHING_CHOSEN = Settings()
