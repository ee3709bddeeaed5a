"""The truth is recounted in plain Python from the delivered XML and CSV, and must be met exactly."""

import csv
from collections import defaultdict
from datetime import date

import pytest

from graadmeter.domain.ages import eighteenth_birthday
from graadmeter.domain.periods import parse_period

FOREVER = "9999-12-31"
YEARS = range(2019, 2026)
MESSAGES = {"301": "ToegewezenProduct", "305": "StartProduct", "307": "StopProduct"}


@pytest.fixture(scope="module")
def truth(region):
    with (region / "truth/cells.csv").open(encoding="utf-8") as file:
        return {
            (row["indicator"], row["unit"], row["area"], row["period"], row["stroom"], row["hulpvorm"]): float(
                row["value"]
            )
            for row in csv.DictReader(file)
            if all(row[name] == "total" for name in ("geslacht", "leeftijdsgroep", "verwijzer", "kostensoort"))
        }


@pytest.fixture(scope="module")
def forms(region):
    with (region / "producten.csv").open(encoding="utf-8") as file:
        return {row["productcode"]: (row["soort"], row["vorm"]) for row in csv.DictReader(file)}


def identity(root):
    return tuple(root.findtext(f"Header/{name}") for name in ("Afzender", "Ontvanger")) + tuple(
        root.find("Header/BerichtIdentificatie").itertext()
    )


def refused(reader, kind):
    """The messages of a kind whose return message holds a code other than 'nothing to remark'."""
    back = f"{kind[:-3]}{int(kind[-3:]) + 1}"
    return {
        identity(root)
        for _, root in reader.messages(back)
        if {code.text for code in root.iter("RetourCode")} - {"0200"}
    }


def records(reader, number):
    """Every record of a kind of youth message that was not refused, in the order sent."""
    found, not_these = [], refused(reader, f"JW{number}")
    for delivery, root in reader.messages(f"JW{number}"):
        if identity(root) in not_these:
            continue
        party = root.findtext(".//Ontvanger" if number == "301" else ".//Afzender")
        sent = root.findtext(".//Dagtekening")
        client = (root.findtext("Client/Bsn"), root.findtext("Client/Geboortedatum/Datum"))
        for item in root.iter(MESSAGES[number]):
            values = {child.tag: child.text for child in item.iter() if child.text}
            found.append({**values, "gemeente": delivery[:4], "aanbieder": party, "client": client, "sent": sent})
    return sorted(found, key=lambda item: item["sent"])


def standing(items, key):
    """What is left after withdrawals, in the order sent."""
    left = defaultdict(list)
    for item in items:
        name = key(item)
        left[name] = [] if item["StatusAanlevering"] == "3" else [*left[name], item]
    return [item for group in left.values() for item in group]


def number_of(item):
    return item["gemeente"], item["ToewijzingNummer"]


def assigned(reader):
    latest = {}
    for item in records(reader, "301"):
        now = latest.get(number_of(item))
        moment = (item["Toewijzingsdatum"], item["Toewijzingstijd"])
        if now is None or moment >= (now["Toewijzingsdatum"], now["Toewijzingstijd"]):
            latest[number_of(item)] = item
    return {key: item for key, item in latest.items() if item.get("RedenWijziging") != "13"}


def message_trajectories(reader, forms):
    starts, stops = defaultdict(list), defaultdict(list)
    for item in standing(records(reader, "305"), lambda item: (*number_of(item), item["Begindatum"])):
        starts[number_of(item)].append(item["Begindatum"])
    for item in standing(
        records(reader, "307"), lambda item: (*number_of(item), item["Begindatum"], item["RedenBeeindiging"])
    ):
        if item["RedenBeeindiging"] != "20":
            stops[number_of(item)].append(item["Einddatum"])
    for key, item in assigned(reader).items():
        if key in starts and forms[item["Code"]][0] == "jeugdhulp":
            end = max(stops[key], default=item.get("Einddatum", FOREVER))
            yield (item["client"], key[0], forms[item["Code"]][1], item["aanbieder"], min(starts[key]), end)


def extract_trajectories(reader, forms):
    latest = {}
    for row in reader.rows("voorzieningen.csv"):
        if row["wet"] == "jeugdwet" and not row["toewijzingnummer"]:
            latest[row["gemeente"], row["voorziening_id"]] = row
    for row in latest.values():
        form = row["hulpvorm"] or forms[row["productcode"]][1]
        client = (row["bsn"], row["geboortedatum"])
        yield (client, row["gemeente"], form, row["aanbieder"], row["begindatum"], row["einddatum"] or FOREVER)


@pytest.fixture(scope="module")
def trajectories(reader, forms):
    """Overlapping ones of the same person, form and provider merged."""
    merged = []
    for item in sorted([*message_trajectories(reader, forms), *extract_trajectories(reader, forms)]):
        last = merged[-1] if merged else None
        if last and last[:4] == item[:4] and item[4] <= last[5]:
            merged[-1] = (*last[:5], max(last[5], item[5]))
        else:
            merged.append(item)
    return merged


def last_minor_day(client):
    return date.fromordinal(eighteenth_birthday(date.fromisoformat(client[1])).toordinal() - 1).isoformat()


def active(item, period):
    return item[4] <= period.last_day.isoformat() and min(item[5], last_minor_day(item[0])) >= max(
        period.first_day.isoformat(), item[4]
    )


@pytest.mark.parametrize("code", [*(f"{year}JJ00" for year in YEARS), "2020HJ02", "2023KW03", "2025KW04"])
def test_youths_with_help_and_trajectories(truth, trajectories, code):
    period = parse_period(code)
    now = [item for item in trajectories if active(item, period)]
    for gemeente in ("0141", "0153"):
        area = f"GM{gemeente}"
        here = [item for item in now if item[1] == gemeente]
        assert truth["jeugdhulp", "personen", area, code, "total", "total"] == len({item[0] for item in here})
        assert truth["trajecten", "trajecten", area, code, "actief", "total"] == len(here)
        for form in ("01", "02", "04"):
            youths = {item[0] for item in here if item[2] == form}
            assert truth.get(("jeugdhulp", "personen", area, code, "total", form), 0) == len(youths)
    assert truth["jeugdhulp", "personen", "JZ14", code, "total", "total"] == len({item[0] for item in now})


@pytest.mark.parametrize("code", ["2019JJ00", "2022JJ00", "2025HJ02"])
def test_begun_and_ended_trajectories(truth, trajectories, code):
    period = parse_period(code)
    days = (period.first_day.isoformat(), period.last_day.isoformat())
    for flow, place in (("begonnen", 4), ("beeindigd", 5)):
        found = [
            item
            for item in trajectories
            if days[0] <= item[place] <= days[1] and item[place] <= last_minor_day(item[0])
        ]
        assert truth["trajecten", "trajecten", "JZ14", code, flow, "total"] == len(found)


def test_expenditure_is_net_of_credit_and_refused_lines(truth, reader):
    cents, refused_lines = defaultdict(int), 0
    for domain in ("JW", "WMO"):
        for _, root in reader.messages(f"{domain}325"):
            for line in root.iter("Prestatie"):
                refused_lines += 1
                cents[line.findtext("ProductPeriode/Begindatum")[:4]] -= int(line.findtext("IngediendBedrag/Bedrag"))
        for _, root in reader.messages(f"{domain}323"):
            for line in root.iter("Prestatie"):
                sign = -1 if line.findtext("IngediendBedrag/DebetCredit") == "C" else 1
                cents[line.findtext("ProductPeriode/Begindatum")[:4]] += sign * int(
                    line.findtext("IngediendBedrag/Bedrag")
                )
    for year in ("2024", "2025"):
        found = truth["uitgaven", "euro", "JZ14", f"{year}JJ00", "total", "total"]
        assert found == pytest.approx(cents[year] / 100, abs=0.001)
    assert refused_lines > 10
    assert ("uitgaven", "euro", "JZ14", "2023JJ00", "total", "total") not in truth


def test_refused_versions_would_have_changed_an_end(reader):
    latest = assigned(reader)
    not_these = {item for domain in ("JW", "WMO") for item in refused(reader, f"{domain}301")}
    wrong = {
        (delivery[:4], item.findtext("ToewijzingNummer")): item.findtext("Einddatum")
        for delivery, root in reader.messages("JW301")
        if identity(root) in not_these
        for item in root.iter("ToegewezenProduct")
    }
    assert len(wrong) > 3
    assert all(latest[key]["Einddatum"] < end for key, end in wrong.items())


def test_claims_and_their_answers_add_up(reader):
    claims = {
        identity(root)[2:]: int(root.findtext("Declaratie/TotaalIngediendBedrag/TotaalBedrag"))
        for _, root in reader.messages("JW323")
    }
    answers = [root for _, root in reader.messages("JW325")]
    for root in answers:
        asked = tuple(root.find("Header/DeclaratieIdentificatie").itertext())
        told = {name: int(root.findtext(f"DeclaratieAntwoord/Totaal{name}Bedrag/TotaalBedrag")) for name in AMOUNTS}
        lines = sum(int(line.findtext("IngediendBedrag/Bedrag")) for line in root.iter("Prestatie"))
        assert claims[asked] == told["Ingediend"]
        assert told["Toegekend"] + lines == told["Ingediend"] or not any(True for _ in root.iter("Prestatie"))
    assert any(root.findtext("DeclaratieAntwoord/RetourCodes/RetourCode") == "8001" for root in answers)


AMOUNTS = ("Ingediend", "Toegekend")


def test_inhabitants_in_the_population_file(reader):
    found = defaultdict(int)
    for row in reader.rows("bevolking.csv"):
        found[row["gemeente"], row["peildatum"][:4]] += int(row["aantal"])
    assert found["0153", "2025"] == round(162_317 * 0.04)
    assert len(found) == 14
