from collections.abc import Callable
from dataclasses import replace

from graadmeter.domain.text import Lang
from graadmeter.site.completeness import completeness, completeness_words
from graadmeter.site.page import Site
from graadmeter.site.published import Delivery


def _delivery(town: str, quarter: str, verdict: str = "geaccepteerd") -> Delivery:
    return Delivery(f"{town}-{quarter}", town, quarter, verdict, "1", "0" * 64, ())


def test_only_what_was_accepted_counts_and_the_words_round_down(make_site: Callable[..., Site]) -> None:
    towns = ("GM0141", "GM0147", "GM1774")
    all_but_two = [
        _delivery(town, f"2025KW0{number}", "geweigerd" if (town, number) == ("GM0147", 4) else "geaccepteerd")
        for town in towns
        for number in range(1, 5)
        if (town, number) != ("GM1774", 4)
    ]
    published = replace(make_site({}).published, deliveries=tuple(all_but_two))
    assert completeness(published, "2025JJ00", None) == 100 * 10 / 12
    assert completeness_words(published, "2025JJ00", None, Lang.NL) == "83\u00a0% van de leveringen binnen"
    almelo = next(area for area in published.municipalities if area.name == "Almelo")
    assert completeness_words(published, "2025JJ00", almelo, Lang.EN) == "100% of deliveries received"
    assert completeness(published, "2025KW04", None) == 100 / 3
