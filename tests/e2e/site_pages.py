"""One page of every kind in Dutch and the heaviest kind in English: what the site tests walk through."""

KINDS = {
    "start": "index.html",
    "themas": "themas.html",
    "thema": "themas/jeugd.html",
    "cijfer": "cijfers/jeugdhulp.html",
    "cijfer zonder aandeel": "cijfers/uitgaven.html",
    "cijfer met afgeschermde gemeenten": "cijfers/verblijf/dinkelland.html",
    "cijfer van een gemeente": "cijfers/jeugdhulp/almelo.html",
    "gemeenten": "gemeenten.html",
    "gemeente": "gemeenten/tubbergen.html",
    "wijk": "gemeenten/almelo/de-riet.html",
    "aanbieders": "aanbieders.html",
    "aanbieders van een gemeente": "aanbieders/losser.html",
    "vraag": "vragen/specifiek-aanbod.html",
    "stapeling": "stapeling.html",
    "begrippen": "begrippen.html",
    "over": "over.html",
    "over de gegevens": "over/gegevens.html",
    "over de uitgave": "over/uitgave.html",
    "over de bescherming": "over/bescherming.html",
    "toegankelijkheid": "toegankelijkheid.html",
    "zoeken": "zoeken.html",
    "vergelijken": "vergelijken.html",
    "niet gevonden": "404.html",
    "english indicator": "en/figures/jeugdhulp/almelo.html",
}

WIDE = tuple(
    KINDS[name]
    for name in (
        "start", "thema", "cijfer", "cijfer zonder aandeel", "cijfer met afgeschermde gemeenten", "gemeente", "wijk",
        "aanbieders van een gemeente", "stapeling", "begrippen", "over de gegevens",
    )
)  # fmt: skip
"""The kinds whose layout differs on a wide screen."""
