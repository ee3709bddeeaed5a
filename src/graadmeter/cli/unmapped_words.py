"""What the subjects of things that could not be mapped are called."""

from collections import Counter
from collections.abc import Iterable, Mapping

from graadmeter.domain.text import Text

SUBJECTS = {
    "product_onbekend": Text("productcode staat in geen productlijst", "product code is in no product list"),
    "product_buiten_geldigheid": Text("productcode gold niet op die dag", "product code did not hold on that day"),
    "product_zonder_vorm": Text("product zonder hulpvorm", "product without form of care"),
    "wijk_onbekend": Text("wijk bestaat niet in deze gemeente", "neighbourhood does not exist in this municipality"),
    "zonder_toewijzingnummer": Text("zonder toewijzingnummer", "without assignment number"),
    "bsn_onbekend": Text("persoon onbekend (speciaal BSN)", "person unknown (special BSN)"),
}


def subject_words(subject: str) -> Text:
    """The subject in both languages; an unknown one as it is."""
    return SUBJECTS.get(subject, Text(subject, subject))


def totals(found: Iterable[Mapping[tuple[str, str], int]]) -> list[tuple[str, str, int]]:
    """Subject, code and rows over several sessions, most rows first."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in found:
        counts.update(one)
    return [(*key, rows) for key, rows in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
