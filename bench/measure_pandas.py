"""The opponent in pandas: load everything, loop over the periods, group and count, as many analysts do.

Each function returns rows unit, stroom, area, periode, dimensie, lid, n (euros in cents), without zeros.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graadmeter.domain.areas import Level
from graadmeter.domain.periods import Period
from graadmeter.domain.region import Region
from graadmeter.measure.tables import periods_of

COLUMNS = ["unit", "stroom", "area", "periode", "dimensie", "lid", "n"]
_EVER = 99_999
_LETTERS = {"jeugdwet": "J", "participatiewet": "P", "wmo": "W"}
_PLACE = ["persoon", "gemeente"]


@dataclass
class Data:
    """The frames, spells with their quarters filled in."""

    region: Region
    spells: Any
    homes: Any
    claims: Any

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods of the region."""
        return periods_of(self.region)


def load(folder: str, region: Region) -> Data:
    """The model tables of a folder, with sex, year of birth and repeat use beside every spell."""
    towns = [area.code for area in region.of_level(Level.MUNICIPALITY)]
    persons = pd.read_parquet(f"{folder}/persoon.parquet", columns=["persoon", "geslacht", "geboortejaar"])
    spells = pd.read_parquet(f"{folder}/traject.parquet").merge(persons, on="persoon", how="left")
    spells["hulpvorm"] = spells["hulpvorm"].fillna("onbekend")
    spells["wmo_vorm"] = spells["wmo_vorm"].fillna("onbekend")
    spells["herhaald"] = _repeated(spells)
    spells = spells[spells["gemeente"].isin(towns)].copy()
    for end in ("jeugd_tot", "volw_tot", "kw_einde"):
        spells[end] = spells[end].fillna(_EVER)
    spells = spells.fillna(dict.fromkeys(("jeugd_van", "volw_van"), _EVER))
    young, grown = spells["wet"] == "jeugdwet", spells["wet"] == "wmo"
    for law, youth, adult, any_age in (
        ("wet_van", "jeugd_van", "volw_van", "kw_begin"),
        ("wet_tot", "jeugd_tot", "volw_tot", "kw_einde"),
    ):
        spells[law] = spells[youth].where(young, spells[adult].where(grown, spells[any_age]))
    homes = pd.read_parquet(f"{folder}/woonsituatie.parquet")
    known = {area.code for area in region.of_level(Level.WIJK) if not area.code.endswith("XX")}
    homes["wijk"] = homes["wijk"].where(
        homes["wijk"].isin(known) & (homes["wijk"].str[2:6] == homes["gemeente"].str[2:])
    )
    claims = pd.read_parquet(f"{folder}/declaratieregel.parquet")
    claims = claims[claims["gemeente"].isin(towns)].copy()
    claims["kostensoort"] = "jeugdhulp"
    claims.loc[claims["soort"].isin(["bescherming", "reclassering", "preventief"]), "kostensoort"] = (
        "bescherming_reclassering"
    )
    claims.loc[claims["wet"] == "wmo", "kostensoort"] = "wmo"
    claims.loc[claims["vervoer"], "kostensoort"] = "vervoer"
    return Data(region, spells, homes, claims)


def _repeated(spells: Any) -> Any:
    helped = spells.loc[spells["soort"] == "jeugdhulp", ["traject", "persoon", "begin", "einde"]]
    helped = helped.assign(begin=pd.to_datetime(helped["begin"]), einde=pd.to_datetime(helped["einde"]))
    pairs = helped[["traject", "persoon", "begin"]].merge(
        helped[["traject", "persoon", "einde"]], on="persoon", suffixes=("", "_u")
    )
    earlier = (pairs["einde"] <= pairs["begin"] - pd.Timedelta(days=2)) & (
        pairs["einde"] >= pairs["begin"] - pd.DateOffset(years=5)
    )
    again = pairs.loc[(pairs["traject"] != pairs["traject_u"]) & earlier, "traject"].unique()
    return spells["traject"].isin(again)


def figures(data: Data) -> dict[str, Any]:
    """The rows of each indicator, by its id."""
    spells = data.spells
    helped = spells[spells["soort"] == "jeugdhulp"]
    minor, adult, law = ("jeugd_van", "jeugd_tot"), ("volw_van", "volw_tot"), ("wet_van", "wet_tot")
    protected = spells[spells["soort"].isin(["bescherming", "reclassering"])].assign(
        maatregel=lambda frame: frame["soort"]
    )
    begun = ("kw_begin", "begin_jeugd")
    return {
        "jeugdhulp": _persons(data, helped, minor, ["hulpvorm", "geslacht", "leeftijdsgroep"]),
        "verblijf": _persons(data, helped[helped["verblijf"]], minor, ["hulpvorm"]),
        "bescherming_reclassering": _persons(data, protected, minor, ["maatregel"]),
        "dyslexie": _persons(data, helped[helped["dyslexie"]], minor, []),
        "wmo_clienten": _persons(data, spells[spells["soort"] == "wmo"], adult, ["wmo_vorm"]),
        "trajecten": pd.concat(
            [
                _flow(data, helped, "actief", None),
                _flow(data, helped, "begonnen", begun),
                _flow(data, helped, "beeindigd", ("kw_einde", "einde_jeugd")),
            ]
        ),
        "verwijzers": _events(data, helped, begun, ["verwijzer"]),
        "crisis": _events(data, helped[helped["crisis"]], begun, ["hulpvorm"]),
        "herhaald_beroep": _events(data, helped[helped["herhaald"]], begun, []),
        "grootste_aanbieders": _largest(data, helped[helped["aanbieder"].notna()]),
        "uitgaven": _spent(data),
        "stapeling": pd.concat([_stacked_persons(data, law), _stacked_households(data, law)]),
    }


def _rows(parts: list[Any]) -> Any:
    whole = pd.concat(parts, ignore_index=True)
    return whole.loc[whole["n"] != 0, COLUMNS]


def _block(counts: Any, unit: str, period: Period, dimension: str = "", flow: str = "total") -> Any:
    """Counts by area (and member) as rows."""
    frame = counts.rename("n").reset_index()
    frame.columns = ["area", "lid", "n"] if dimension else ["area", "n"]
    if not dimension:
        frame["lid"] = "total"
    return frame.assign(unit=unit, stroom=flow, periode=period.code, dimensie=dimension)


def _twice(frame: Any, code: str) -> Iterator[Any]:
    """The rows by municipality, and once more for the region."""
    yield frame.assign(area=frame["gemeente"])
    yield frame.assign(area=code)


def _persons(data: Data, spells: Any, span: tuple[str, str], dimensions: list[str]) -> Any:
    parts = []
    van, tot = span
    for period in data.periods:
        active = spells[(spells[van] <= period.last) & (spells[tot] >= period.first)]
        if "leeftijdsgroep" in dimensions:
            age = period.year - 1 - active["geboortejaar"]
            group = pd.cut(age, [-99, 3, 11, 17], labels=["00-03", "04-11", "12-17"]).astype(object).fillna("onbekend")
            active = active.assign(leeftijdsgroep=group)
        for frame in _twice(active, data.region.code):
            parts.append(_block(frame.groupby("area")["persoon"].nunique(), "personen", period))
            counts = {name: frame.groupby(["area", name])["persoon"].nunique() for name in dimensions}
            parts += [_block(count, "personen", period, name) for name, count in counts.items()]
        parts.append(_block(_wijken(data, active, span, period), "personen", period))
    return _rows(parts)


def _wijken(data: Data, active: Any, span: tuple[str, str], period: Period) -> Any:
    """Persons per wijk of their latest known quarter with care in the period."""
    homes = data.homes[data.homes["kwartaal"].between(period.first, period.last) & data.homes["wijk"].notna()]
    there = active[[*_PLACE, *span]].merge(homes, on=_PLACE)
    there = there[there["kwartaal"].between(there[span[0]], there[span[1]])]
    latest = there.sort_values("kwartaal").drop_duplicates(_PLACE, keep="last")[[*_PLACE, "wijk"]]
    return _in_wijk(active[_PLACE].drop_duplicates().merge(latest, on=_PLACE, how="left"))


def _in_wijk(found: Any) -> Any:
    return found["wijk"].fillna("WK" + found["gemeente"].str[2:] + "XX").value_counts()


def _events(data: Data, spells: Any, event: tuple[str, str], dimensions: list[str], flow: str = "total") -> Any:
    parts = []
    quarter, young = event
    spells = spells[spells[young]]
    for period in data.periods:
        now = spells[spells[quarter].between(period.first, period.last)]
        for frame in _twice(now, data.region.code):
            parts.append(_block(frame.groupby("area").size(), "trajecten", period, flow=flow))
            counts = {name: frame.groupby(["area", name]).size() for name in dimensions}
            parts += [_block(count, "trajecten", period, name, flow) for name, count in counts.items()]
    return _rows(parts)


def _flow(data: Data, spells: Any, flow: str, event: tuple[str, str] | None) -> Any:
    parts = []
    for period in data.periods:
        if event is None:
            now = spells[(spells["jeugd_van"] <= period.last) & (spells["jeugd_tot"] >= period.first)]
            van, tot = now["jeugd_van"], now["jeugd_tot"]
        else:
            now = spells[spells[event[1]] & spells[event[0]].between(period.first, period.last)]
            van = tot = now[event[0]]
        for frame in _twice(now, data.region.code):
            parts.append(_block(frame.groupby("area").size(), "trajecten", period, flow=flow))
            parts.append(_block(frame.groupby(["area", "hulpvorm"]).size(), "trajecten", period, "hulpvorm", flow))
        homes = data.homes[data.homes["kwartaal"].between(period.first, period.last) & data.homes["wijk"].notna()]
        there = now[["traject", *_PLACE]].assign(van=van, tot=tot).merge(homes, on=_PLACE)
        there = there[there["kwartaal"].between(there["van"], there["tot"])]
        latest = there.sort_values("kwartaal").drop_duplicates("traject", keep="last")[["traject", "wijk"]]
        parts.append(_block(_in_wijk(now.merge(latest, on="traject", how="left")), "trajecten", period, flow=flow))
    return _rows(parts)


def _largest(data: Data, spells: Any) -> Any:
    parts = []
    for period in data.periods:
        active = spells[(spells["jeugd_van"] <= period.last) & (spells["jeugd_tot"] >= period.first)]
        for frame in _twice(active, data.region.code):
            parts.append(_block(frame.groupby("area")["persoon"].nunique(), "personen", period))
            counts = frame.groupby(["area", "aanbieder"])["persoon"].nunique().rename("n").reset_index()
            counts = counts.sort_values(["area", "n", "aanbieder"], ascending=[True, False, True])
            top = counts.groupby("area").head(10)
            parts.append(_block(top.set_index(["area", "aanbieder"])["n"], "personen", period, "aanbieder"))
            joint = (
                frame.merge(top[["area", "aanbieder"]], on=["area", "aanbieder"]).groupby("area")["persoon"].nunique()
            )
            named = joint.rename("n").reset_index().assign(lid="top10").set_index(["area", "lid"])["n"]
            parts.append(_block(named, "personen", period, "aanbieder"))
    return _rows(parts)


def _spent(data: Data) -> Any:
    parts = []
    for period in data.periods:
        now = data.claims[data.claims["kw"].between(period.first, period.last)]
        for frame in _twice(now, data.region.code):
            parts.append(_block(frame.groupby("area")["bedrag_cent"].sum(), "euro", period))
            parts.append(
                _block(frame.groupby(["area", "kostensoort"])["bedrag_cent"].sum(), "euro", period, "kostensoort")
            )
    return _rows(parts)


def _stacked_persons(data: Data, span: tuple[str, str]) -> Any:
    parts = []
    for period in data.periods:
        active = data.spells[(data.spells[span[0]] <= period.last) & (data.spells[span[1]] >= period.first)]
        parts += _combined(data, active.assign(wie=active["persoon"]), "personen", period)
        parts.append(_block(_wijken(data, active, span, period), "personen", period))
    return _rows(parts)


def _stacked_households(data: Data, span: tuple[str, str]) -> Any:
    parts = []
    homes = data.homes[data.homes["huishouden"].notna()]
    wijken = homes[homes["wijk"].notna()].groupby(["huishouden", "gemeente", "kwartaal"])["wijk"].min().reset_index()
    for period in data.periods:
        now = homes[homes["kwartaal"].between(period.first, period.last)]
        active = data.spells[(data.spells[span[0]] <= period.last) & (data.spells[span[1]] >= period.first)]
        there = active[[*_PLACE, *span, "wet", "soort", "voorziening"]].merge(now.drop(columns="wijk"), on=_PLACE)
        there = there[there["kwartaal"].between(there[span[0]], there[span[1]])].assign(
            wie=lambda frame: frame["huishouden"]
        )
        parts += _combined(data, there, "huishoudens", period)
        latest = there[["huishouden", "gemeente", "kwartaal"]].drop_duplicates().merge(wijken)
        latest = latest.sort_values("kwartaal").drop_duplicates(["huishouden", "gemeente"], keep="last")
        everyone = there[["huishouden", "gemeente"]].drop_duplicates()
        found = everyone.merge(latest[["huishouden", "gemeente", "wijk"]], how="left")
        parts.append(_block(_in_wijk(found), "huishoudens", period))
    return _rows(parts)


def _combined(data: Data, active: Any, unit: str, period: Period) -> list[Any]:
    parts = []
    for frame in _twice(active, data.region.code):
        kinds = frame[["area", "wie", "wet", "soort", "voorziening"]].drop_duplicates()
        number = kinds.groupby(["area", "wie"]).size().clip(upper=6).astype(str).replace("6", "6+")
        laws = kinds[["area", "wie", "wet"]].drop_duplicates().assign(letter=lambda frame: frame["wet"].map(_LETTERS))
        group = laws.sort_values("letter").groupby(["area", "wie"])["letter"].sum()
        parts.append(_block(number.groupby("area").size(), unit, period))
        for name, member in (("aantal_voorzieningen", number), ("wettengroep", group)):
            counts = member.rename(name).reset_index().groupby(["area", name]).size()
            parts.append(_block(counts, unit, period, name))
    return parts
