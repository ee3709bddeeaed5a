"""Key figures, spend, population and typed-over figures: real files against known totals, and every refusal."""

from collections import Counter
from pathlib import Path

import pytest
from tests.support.reference import TWENTE, needs

from graadmeter.catalogue.crosswalks import task_field, task_fields
from graadmeter.catalogue.key_figures import key_figures
from graadmeter.deliver.reference.areas import load_municipalities, municipalities_by_year
from graadmeter.deliver.reference.kwb import kwb_from_statline, load_kwb_csv
from graadmeter.deliver.reference.loaded import Loaded
from graadmeter.deliver.reference.population import load_population, load_population_pc4, load_population_wide
from graadmeter.deliver.reference.published import load_published
from graadmeter.deliver.reference.spend import load_spend
from graadmeter.deliver.reference.statline import load_statline
from graadmeter.domain.errors import DeliveryRefusedError

YOUTH = {"jeugdhulp", "jeugd_geescaleerd"}


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def codes(loaded: Loaded) -> Counter[str]:
    return Counter(finding.code for finding in loaded.findings)


def figures(loaded: Loaded, onderwerp: str, vintage: int) -> dict[str, tuple[float | None, str]]:
    rows = loaded.table.to_pylist()
    return {
        row["gebied"]: (row["waarde"], row["status"])
        for row in rows
        if row["onderwerp"] == onderwerp and row["vintage"] == vintage
    }


def test_every_key_figure_names_figures_that_exist() -> None:
    known = key_figures()
    assert len(known) == 15
    for figure in known.values():
        assert figure.low < figure.high
        assert {name for name, _ in figure.base} | ({figure.count} - {""}) <= set(known)
        assert bool(figure.count) == bool(figure.base)
        assert figure.label.nl
        assert figure.source


def test_key_figures_2021_are_as_published() -> None:
    loaded = load_kwb_csv(needs("data/cbs/kwb_2021_gemeenten.csv"), 2021)
    assert loaded.table.num_rows == 352 * 9
    assert loaded.findings == ()
    youths = figures(loaded, "pct_jongeren_met_jeugdzorg", 2021)
    assert {code: youths[f"GM{code}"][0] for code in ("0141", "0153", "1774", "1742")} == {
        "0141": 11.8, "0153": 9.9, "1774": 6.4, "1742": 10.3,
    }  # fmt: skip
    wmo = figures(loaded, "wmo_clienten_per_1000", 2021)
    assert Counter(status for _, status in wmo.values()) == {"waarde": 334, "onbekend": 18}
    assert wmo["GM1742"] == (None, "onbekend")


def test_lost_commas_are_recomputed_or_withheld_never_scaled() -> None:
    loaded = load_kwb_csv(needs("data/cbs/kwb_almere_2018_2022_asis.csv"))
    assert {year: figures(loaded, "pct_jongeren_met_jeugdzorg", year)["GM0034"] for year in range(2018, 2023)} == {
        2018: (9.7, "herrekend"), 2019: (9.7, "herrekend"), 2020: (9.7, "herrekend"), 2021: (10.7, "herrekend"),
        2022: (10.8, "herrekend"),
    }  # fmt: skip
    seven = figures(loaded, "pct_jongeren_met_jeugdzorg", 2022)
    assert Counter(status for _, status in seven.values()) == {"herrekend": 184, "onbekend": 110, "waarde": 16}
    assert figures(loaded, "wmo_clienten_per_1000", 2022)["GM0034"] == (55.0, "waarde")
    assert codes(loaded)["RF-KOMMA"] == 15
    assert "decimale komma" in loaded.findings[0].message.nl


def test_not_yet_published_is_neither_unknown_nor_zero() -> None:
    wanted = {figure.stem for figure in key_figures().values()}
    loaded = kwb_from_statline(load_statline(needs("data/cbs/odata_parquet/84799NED"), wanted).table)
    assert {status for _, status in figures(loaded, "wmo_clienten", 2020).values()} == {"nog_niet_gepubliceerd"}
    assert figures(loaded, "inwoners", 2020)["GM0141"][1] == "waarde"
    assert codes(loaded)["RF-NOGNIET"] >= 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gm_code,inwoners\nGM0141,7\n", "Peildatum"),
        ("Peildatum,naam\n1-1-2020,x\n", "WijkenEnBuurten"),
        ("Peildatum,gm_code,inwoners\n1-1-2020,GM0141,veel\n", "inwoners"),
        ("Peildatum,gm_code,inwoners\nooit,GM0141,7\n", "Peildatum"),
        ("Peildatum,gm_code,inwoners\n1-1-2020,GM0141,7\n1-1-2020,GM0141,7\n", "more than once"),
    ],
)
def test_key_figures_that_cannot_be_used(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(DeliveryRefusedError, match=words):
        load_kwb_csv(write(tmp_path / "k.csv", text))


def test_a_value_outside_its_range_is_withheld(tmp_path: Path) -> None:
    text = "gm_code,wmo_clienten_per_1000\nGM0141,78\nGM0147,900\nGM0153,\n"
    loaded = load_kwb_csv(write(tmp_path / "k.csv", text), 2021)
    assert figures(loaded, "wmo_clienten_per_1000", 2021) == {
        "GM0141": (78.0, "waarde"), "GM0147": (None, "onaannemelijk"), "GM0153": (None, "onbekend"),
    }  # fmt: skip
    assert codes(loaded) == {"RF-BEREIK": 1}


def test_zero_stays_zero_in_a_damaged_column(tmp_path: Path) -> None:
    text = (
        "gm_code,pct_jongeren_met_jeugdzorg,jongeren_met_jeugdzorg,inwoners_0_14,inwoners_15_24\n"
        "GM0141,108,108,500,625\nGM0147,0,0,500,625\nGM0153,7,70,500,625\nGM0158,93,,500,625\nGM0163,0,,500,625\n"
    )
    loaded = load_kwb_csv(write(tmp_path / "k.csv", text), 2021)
    assert figures(loaded, "pct_jongeren_met_jeugdzorg", 2021) == {
        "GM0141": (10.8, "herrekend"), "GM0147": (0.0, "waarde"), "GM0153": (7.0, "waarde"),
        "GM0158": (None, "onaannemelijk"), "GM0163": (0.0, "waarde"),
    }  # fmt: skip
    assert loaded.findings[0].values["recomputed"] == loaded.findings[0].values["withheld"] == "1"


def spend(loaded: Loaded, groups: set[str], year: int, report: str) -> float:
    return (
        sum(
            row["bedrag_cent"] or 0
            for row in loaded.table.to_pylist()
            if row["vintage"] == year
            and row["verslag"] == report
            and row["gebied"] in TWENTE
            and row["groep"] in groups
        )
        / 1e8
    )


def test_spend_equals_the_known_totals_over_both_breaks() -> None:
    years = municipalities_by_year(load_municipalities(needs("data/regions/gemeenten_per_jaar_2010_2026.csv")).table)
    loaded = load_spend(needs("data/finance/iv3_sociaal_domein_lasten_2017_2026.csv"), years)
    assert loaded.table.num_rows == 69_829 + 4
    known = {year: round(spend(loaded, YOUTH, year, "jaarrekening"), 1) for year in (2021, 2023, 2024)}
    assert known == {2021: 224.0, 2023: 274.7, 2024: 321.9}
    rows = loaded.table.to_pylist()
    assert sum((row["bedrag_cent"] or 0) < 0 for row in rows) == 169
    missing = [(row["gebied"], row["vintage"], row["verslag"]) for row in rows if row["status"] == "niet_aangeleverd"]
    assert missing == [(code, 2025, "begroting") for code in ("GM0310", "GM0415", "GM1731", "GM1961")]
    assert codes(loaded) == {"RF-IV3-NEGATIEF": 1, "RF-IV3-ONTBREEKT": 1}
    assert spend(loaded, YOUTH, 2025, "begroting") > 200


def test_the_crosswalk_covers_every_real_field_and_gives_reasons() -> None:
    for line in needs("data/finance/iv3_taakvelden_2017_2026.csv").read_text().splitlines()[1:]:
        year, code, _ = line.split(",", 2)
        if code.startswith("6.") and code not in {"6.7", "6.8"}:
            assert task_field(code, int(year)), (year, code)
    assert all(field.reason and field.source and field.label.en for field in task_fields())
    assert task_field("6.73", 2022) is None
    assert task_field("6.73", 2025) is None
    assert {task_field(code, 2025).groep for code in ("6.21", "6.22", "6.23")} == {task_field("6.2", 2024).groep}
    spans = [(field.taakveld, year) for field in task_fields() for year in range(field.first, (field.last or 2030) + 1)]
    assert len(set(spans)) == len(spans)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2022,jaarrekening,GM0141,6.73,1", "6.73"),
        ("2024,jaarrekening,GM0141,6.72,veel", "lasten_keur"),
        ("2024,kwartaal,GM0141,6.72,1", "verslag"),
        ("2024,jaarrekening,0141,6.72,1", "gm_code"),
        (",jaarrekening,GM0141,6.72,1", "jaar"),
        ("2025,begroting,GM0141,6.75,2\n2025,begroting,GM0141,6.751,1", "more than once"),
        ("2024,jaarrekening,GM0141,6.72,1\n2024,jaarrekening,GM0141,6.72,1", "more than once"),
    ],
)
def test_spend_that_cannot_be_used(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(DeliveryRefusedError, match=words):
        load_spend(write(tmp_path / "s.csv", f"jaar,verslag,gm_code,taakveld,lasten_keur\n{line}\n"))


def test_thousand_euro_become_cents(tmp_path: Path) -> None:
    text = "jaar,verslag,gm_code,taakveld,lasten_keur\n2024,jaarrekening,GM0141,6.72,-1.25\n"
    table = load_spend(write(tmp_path / "s.csv", text)).table
    assert table["bedrag_cent"].to_pylist() == [-125_000]


def test_inhabitants_per_municipality() -> None:
    table = load_population(needs("data/population/inwoners_gemeente_2017_2026.csv")).table
    assert table.num_rows == 3_543
    rows = [row for row in table.to_pylist() if row["vintage"] == 2025 and row["gebied"] in TWENTE]
    assert sum(row["inwoners"] for row in rows) == 643_603


def test_inhabitants_per_postcode_age_and_sex() -> None:
    loaded = load_population_pc4(needs("data/population/inwoners_pc4_leeftijd5_2021.csv"), 2021)
    assert loaded.table.num_rows == 81_480 * 3
    statuses = Counter(loaded.table["status"].to_pylist())
    assert statuses == {"waarde": 243_540, "onbekend": 900}
    eldest = {row["leeftijd_tot"] for row in loaded.table.slice(0, 2_000).to_pylist() if row["leeftijd_van"] == 95}
    assert eldest == {None}


def test_inhabitants_beside_areas_and_estimates() -> None:
    areas = load_population_wide(needs("data/regions/wijken_buurten_2024_inwoners.csv"), 2024).table.to_pylist()
    assert len(areas) == 18_309 * 3
    total = [row for row in areas if (row["leeftijd_van"], row["leeftijd_tot"]) == (0, None)]
    per_level = {
        level: sum(
            row["inwoners"] or 0 for row in total if row["niveau"] == level and "GM" + row["gebied"][2:6] in TWENTE
        )
        for level in ("gemeente", "wijk", "buurt")
    }
    assert all(640_740 <= count <= 640_806 for count in per_level.values()), per_level
    youth = load_population_wide(needs("data/population/jeugd_twente_2021_afgeleid.csv"), 2021).table.to_pylist()
    minors = [row["inwoners"] for row in youth if row["leeftijd_tot"] == 17]
    assert (len(youth), sum(minors)) == (70, 122_300)
    assert {row["status"] for row in youth if row["leeftijd_tot"] in {17, 22}} == {"herrekend"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("postcode,leeftijd,inwoners,inwoners_man,inwoners_vrouw\n7441,5-0,1,1,0\n", "leeftijd"),
        ("postcode,leeftijd,inwoners,inwoners_man,inwoners_vrouw\n0141,0-4,1,1,0\n", "postcode"),
        ("postcode,leeftijd,inwoners,inwoners_man,inwoners_vrouw\n7441,0-4,-1,1,0\n", "inwoners"),
        ("postcode,leeftijd,inwoners,inwoners_man,inwoners_vrouw\n7441,0-4,1,1,0,9\n", "6 values"),
    ],
)
def test_population_that_cannot_be_used(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(DeliveryRefusedError, match=words):
        load_population_pc4(write(tmp_path / "p.csv", text), 2021)


@pytest.mark.parametrize(
    ("name", "rows", "hidden"),
    [
        ("twente_published_figures", 34, 0),
        ("cbs_published_figures", 261, 0),
        ("jeugdbescherming_stand_stroom_nl", 40, 0),
        ("stapeling_utrecht_2024", 32, 2),
    ],
)
def test_published_figures(name: str, rows: int, hidden: int) -> None:
    table = load_published(needs(f"data/published/{name}.csv")).table
    assert table.num_rows == rows
    assert table["status"].to_pylist().count("onbekend") == hidden == table["waarde"].null_count
