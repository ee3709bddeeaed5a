"""The regional extract of one quarter as tables of the Gemeentelijk Gegevensmodel (GGM 2.5.1) would hold it."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

_SEXES = {"1": "M", "2": "V", "0": "O"}
_LAWS = {"jeugdwet": "Jeugdwet", "wmo": "Wmo 2015", "participatiewet": "Participatiewet"}
_PRIME = 99_999_989
_Rows = dict[str, dict[str, str]]
"""Rows by their own code, so that a client or product is told once."""


def write_ggm(folder: Path, extract: pa.Table) -> None:
    """Writes one CSV per GGM table into an existing folder, from rows of the layout `voorziening` (all texts)."""
    for name, rows in ggm_tables(extract).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(next(iter(rows.values()))), delimiter=";", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows.values())


def ggm_tables(extract: pa.Table) -> Mapping[str, _Rows]:
    """The rows of every GGM table that has any, by code, in the order of the extract."""
    tables: dict[str, _Rows] = {
        name: {}
        for name in (
            *("client", "beschikking", "beschikte_voorziening", "voorziening", "toewijzing", "verzoek"),
            "levering",
        )
    }
    for row in extract.to_pylist():
        _client(tables, row)
        _provision(tables, row)
    return {name: rows for name, rows in tables.items() if rows}


def _code(row: dict[str, str]) -> str:
    """An own number of the client: different for different BSNs of nine digits that start with two zeros."""
    return f"C{int(row['bsn']) * 7 % _PRIME}"


def _client(tables: dict[str, _Rows], row: dict[str, str]) -> None:
    tables["client"][row["bsn"]] = {
        "code": _code(row),
        "burgerservicenummer": row["bsn"],
        "geboortedatum": row["geboortedatum"],
        "geslachtsaanduiding": _SEXES[row["geslacht"]],
        "wijkcode": row["wijk"],
        "huishouden": row["huishouden"],
    }


def _provision(tables: dict[str, _Rows], row: dict[str, str]) -> None:
    own, decision = row["voorziening_id"], f"B-{row['voorziening_id']}"
    product = f"V{row['productcode']}{row['hulpvorm']}{row['lokaal_team']}"
    tables["beschikking"][own] = {
        "code": decision,
        "client_code": _code(row),
        "datumAfgifte": row["begindatum"],
    }
    tables["beschikte_voorziening"][own] = {
        "code": own,
        "beschikking_code": decision,
        "voorziening_code": product,
        "wet": _LAWS[row["wet"]],
        "leveringsvorm": row["leveringsvorm"],
        "datumStart": row["begindatum"],
        "datumEinde": row["einddatum"],
        "leverancier": "" if row["toewijzingnummer"] else row["aanbieder"],
    }
    tables["voorziening"][product] = {
        "code": product,
        "productcode": row["productcode"],
        "hulpvorm": row["hulpvorm"],
        "lokaal_team": row["lokaal_team"],
    }
    if row["toewijzingnummer"]:
        tables["toewijzing"][own] = {
            "toewijzingnummer": row["toewijzingnummer"],
            "beschikte_voorziening_code": own,
            "leverancier": row["aanbieder"],
        }
    tables["levering"][own] = {
        "code": f"L-{own}",
        "beschikte_voorziening_code": own,
        "datumStart": row["begindatum"],
        "datumStop": row["einddatum"],
    }
    tables["verzoek"][own] = {
        "referentieAanbieder": f"R-{own}",
        "beschikking_code": decision,
        "soortVerwijzer": row["verwijzer"],
        "crisis": row["crisis"],
    }
