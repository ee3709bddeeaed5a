"""Messages are held against the official schemas when the operator has them; faults come in plain words."""

from pathlib import Path

import pytest

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files
from graadmeter.deliver.schemas import Schemas
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.findings import Severity

STANDARDS = Path(__file__).parents[3] / "../shared/standards"
official = pytest.mark.skipif(not STANDARDS.exists(), reason="../shared/standards is absent: no official schemas")

BASE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:b="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
 targetNamespace="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" elementFormDefault="qualified">
 <xs:simpleType name="LDT_Datum"><xs:restriction base="xs:date"/></xs:simpleType>
 <xs:simpleType name="LDT_Getal">
 <xs:restriction base="xs:integer"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
 <xs:simpleType name="LDT_Tekst">
 <xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
 <xs:simpleType name="LDT_Vorm">
 <xs:restriction base="xs:string"><xs:pattern value="[0-9]{9}"/></xs:restriction></xs:simpleType>
 <xs:simpleType name="LDT_Code"><xs:restriction base="xs:string"><xs:enumeration value="1"/><xs:enumeration value="2"/>
 </xs:restriction></xs:simpleType></xs:schema>"""
OWN = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:b="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
 targetNamespace="http://www.istandaarden.nl/ijw/3_2/jw319/schema" elementFormDefault="qualified">
 <xs:import namespace="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" schemaLocation="basisschema.xsd"/>
 <xs:element name="Bericht"><xs:complexType><xs:sequence>
 <xs:element name="Dag" type="b:LDT_Datum"/><xs:element name="Getal" type="b:LDT_Getal"/>
 <xs:element name="Tekst" type="b:LDT_Tekst"/><xs:element name="Vorm" type="b:LDT_Vorm"/>
 <xs:element name="Code" type="b:LDT_Code"/></xs:sequence></xs:complexType></xs:element></xs:schema>"""
FINE = {"Dag": "2024-02-29", "Getal": "9", "Tekst": "abc", "Vorm": "123456782", "Code": "2"}


@pytest.fixture
def schemas(tmp_path: Path) -> Schemas:
    """Small schemas of our own, in the form of the official ones."""
    (tmp_path / "xsd").mkdir()
    (tmp_path / "xsd/basisschema.xsd").write_text(BASE)
    (tmp_path / "xsd/JW319.xsd").write_text(OWN)
    return Schemas(tmp_path)


def told(schemas: Schemas, values: dict[str, str]) -> list[tuple[str, dict[str, object]]]:
    body = "\n".join(f"<{name}>{value}</{name}>" for name, value in values.items())
    text = f'<Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw319/schema">\n{body}\n</Bericht>'
    return [(notice.code, values) for notice, values in schemas.faults("JW319", text.encode())]


def test_a_message_as_the_schema_says_has_no_faults(schemas: Schemas) -> None:
    assert told(schemas, FINE) == []


@pytest.mark.parametrize(
    ("wrong", "code", "where", "asked"),
    [
        ({"Dag": "2027-06-31"}, "DL-XSD-DATUM", (2, "Dag"), {}),
        ({"Getal": "4711"}, "DL-XSD-GRENS", (3, "Getal"), {"rule": "9"}),
        ({"Getal": "Jansen"}, "DL-XSD-VORM", (3, "Getal"), {"rule": "LDT_Getal"}),
        ({"Tekst": "Jansen"}, "DL-XSD-LENGTE", (4, "Tekst"), {"rule": "3"}),
        ({"Vorm": "by the pattern 'x'."}, "DL-XSD-VORM", (5, "Vorm"), {"rule": "[0-9]{9}"}),
        ({"Code": "123456782"}, "DL-XSD-CODE", (6, "Code"), {"rule": "1, 2"}),
        ({"Code": "2</Code><B123456782>1</B123456782><Code>1"}, "DL-XSD-PLAATS", (6, "?"), {"expected": "-"}),
        ({"Code": "2<Dag/>"}, "DL-XSD-INHOUD", (6, "Code"), {}),
    ],
)
def test_every_kind_of_fault_in_plain_words(
    schemas: Schemas, wrong: dict[str, str], code: str, where: tuple[int, str], asked: dict[str, str]
) -> None:
    assert told(schemas, FINE | wrong) == [(code, {"line": where[0], "element": where[1], **asked})]


def test_what_is_missing_is_named(schemas: Schemas) -> None:
    assert told(schemas, {"Dag": "2024-02-29", "Getal": "1"}) == [
        ("DL-XSD-ONTBREEKT", {"line": 1, "element": "Bericht", "expected": "Tekst"})
    ]
    [(code, values)] = told(schemas, {"Dag": "2024-02-29", "Tekst": "abc"})
    assert (code, values["element"], values["expected"]) == ("DL-XSD-PLAATS", "Tekst", "Getal")


def test_a_message_without_a_schema_is_told_once(schemas: Schemas) -> None:
    assert [notice.code for notice, _ in schemas.faults("WMO301", b"<x/>")] == ["DL-XSD-GEEN"]
    assert schemas.faults("WMO301", b"<x/>") == []


def test_a_faulty_message_is_not_used_and_the_finding_quotes_nothing(tmp_path: Path, schemas: Schemas) -> None:
    file = tmp_path / "bericht.xml"
    file.write_text(_answer("123456782"))
    raw = read_files([file], schemas=schemas)
    assert raw.tables["antwoord"].num_rows == 0
    assert {finding.severity for finding in raw.findings} == {Severity.STOPS_FILE}
    assert "123456782" not in repr(raw.findings)


def test_a_folder_without_schemas_is_an_error_of_the_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no schemas"):
        Schemas(tmp_path / "leeg")


def test_a_broken_schema_is_an_error_of_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "JW319.xsd").write_text("<xs:schema")
    with pytest.raises(WorkspaceError, match=r"JW319\.xsd"):
        Schemas(tmp_path).faults("JW319", b"<x/>")


def test_other_schemas_have_another_hash(tmp_path: Path, schemas: Schemas) -> None:
    assert Schemas(tmp_path).hash == schemas.hash
    (tmp_path / "xsd/JW319.xsd").write_text(OWN + " ")
    assert Schemas(tmp_path).hash != schemas.hash


def _answer(reference: str) -> str:
    space = "http://www.istandaarden.nl/ijw/3_2"
    return (
        f'<Bericht xmlns="{space}/jw319/schema" xmlns:i="{space}/basisschema/schema"><Header>'
        "<BerichtCode>488</BerichtCode>"
        "<BerichtVersie>3</BerichtVersie><BerichtSubversie>2</BerichtSubversie><Afzender>0141</Afzender>"
        "<Ontvanger>42420001</Ontvanger></Header>"
        f"<Antwoord><ReferentieAanbieder>{reference}</ReferentieAanbieder></Antwoord></Bericht>"
    )


@official
@pytest.mark.parametrize("limits", [Limits(), Limits(stream_from=1)], ids=["whole", "in pieces"])
def test_of_the_official_samples_two_are_faulty_for_their_real_faults(limits: Limits) -> None:
    raw = _samples(limits)
    told = [(one.file, one.code, one.values["line"], one.values["element"]) for one in raw.findings]
    assert told == [
        ("JW315.xml", "DL-XSD-DATUM", "44", "ToewijzingEinddatum"),
        ("JW315.xml", "DL-XSD-DATUM", "66", "ToewijzingEinddatum"),
        ("JW318.xml", "DL-XSD-PLAATS", "33", "RetourCode"),
    ]
    assert raw.findings[2].values["expected"] == (
        "OngewijzigdeProducten, TeWijzigenProducten, NieuweProducten, RetourCodes"
    )
    used = set(raw.tables["verzoek"]["bestand"].to_pylist()), set(raw.tables["retourregel"]["bestand"].to_pylist())
    assert used == ({"WMO315.xml"}, {"JW316.xml"}), "faulty messages are not used"


def _samples(limits: Limits) -> RawDelivery:
    folders = [STANDARDS / "ijw-3.2/samples", STANDARDS / "iwmo-3.2/samples"]
    return read_files(folders, limits, schemas=Schemas(STANDARDS))
