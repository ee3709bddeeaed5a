"""Names that back offices often give to fields, without blanks and signs: for proposals and hints only."""

SYNONYMS = {
    "bsn": ("burgerservicenummer", "clientbsn", "bsnnummer", "sofinummer"),
    "geboortedatum": ("gebdatum", "gebdat", "datumgeboorte"),
    "geslacht": ("sekse", "mv", "geslachtcode"),
    "aanbieder": ("agb", "agbcode", "zorgaanbieder", "agbaanbieder"),
    "begindatum": ("startdatum", "ingangsdatum", "datumstart", "datumaanvang", "begin"),
    "einddatum": ("eind", "einde", "stopdatum", "datumeinde"),
    "gemeente": ("gemeentecode", "gemcode", "cbscode", "gem"),
    "kwartaal": ("kw", "kwartaalcode", "leverkwartaal"),
    "wijk": ("wijkcode", "cbswijk"),
    "voorziening_id": ("voorzieningnummer", "voorzieningsnummer", "beschikkingnummer"),
    "leveringsvorm": ("zinpgb", "zinofpgb", "financieringsvorm"),
}
"""Field -> other names."""
