"""A text document in the open standard of the government (ODF 1.3, ISO/IEC 26300): paragraphs and a table as ODT."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from graadmeter.domain.text import Lang
from graadmeter.site.stand_ins import put_in

_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that files in a package carry: a release holds no date."""
_TYPE = "application/vnd.oasis.opendocument.text"
_MIMETYPE = "mimetype"
"""The first part of a package, which is never compressed."""
_COUNTRIES = {Lang.NL: "NL", Lang.EN: "GB"}
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = (
    f'xmlns:office="{_URN}office:1.0" xmlns:text="{_URN}text:1.0" xmlns:table="{_URN}table:1.0" '
    f'xmlns:style="{_URN}style:1.0" xmlns:fo="{_URN}xsl-fo-compatible:1.0" xmlns:meta="{_URN}meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="{_URN}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_TYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{part}.xml" manifest:media-type="text/xml"/>'
        for part in ("content", "styles", "meta")
    )
    + "</manifest:manifest>"
)
_CELLS = (
    '<style:style style:name="Cel" style:family="table-cell"><style:table-cell-properties '
    'fo:padding="0.08cm" fo:border-bottom="0.5pt solid #9aa5a8"/></style:style>'
    '<style:style style:name="Rij" style:family="table-row"><style:table-row-properties '
    'fo:keep-together="always"/></style:style>'
)
TEXT_WIDTH = 17.4
"""How wide the text of a page is, in centimetres."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `small` for what explains."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its name, the heads of its columns, and rows; a row of one cell is a heading over all columns.

    `widths`: of each column, in centimetres; together no more than TEXT_WIDTH.
    """

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]


Block = Heading | Line | Grid


def document(title: str, lang: Lang, blocks: Iterable[Block]) -> bytes:
    """The bytes of an ODT file; the same blocks give the same bytes."""
    told_blocks = list(blocks)
    body = "".join(map(_block, told_blocks))
    widths = {width for block in told_blocks if isinstance(block, Grid) for width in block.widths}
    automatic = (
        f"<office:automatic-styles>{_CELLS}{''.join(map(_column_style, sorted(widths)))}</office:automatic-styles>"
    )
    content = f"<office:body><office:text>{body}</office:text></office:body>"
    told = f"<office:meta><dc:title>{escape(title)}</dc:title><dc:language>{lang.value}</dc:language></office:meta>"
    parts = {
        _MIMETYPE: _TYPE,
        "content.xml": f"{_XML}<office:document-content {_NAMES}>{automatic}{content}</office:document-content>",
        "styles.xml": f"{_XML}<office:document-styles {_NAMES}>{_styles(lang)}</office:document-styles>",
        "meta.xml": f"{_XML}<office:document-meta {_NAMES}>{told}</office:document-meta>",
        "META-INF/manifest.xml": _MANIFEST,
    }
    return _package({name: text.encode() for name, text in parts.items()})


def packed_document(content: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """The document with its stand-ins replaced, packed anew; the same document gives the same bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        return _package({name: put_in(old.read(name), names) for name in old.namelist()})


def _package(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name, _DAY)
            part.compress_type = zipfile.ZIP_STORED if name == _MIMETYPE else zipfile.ZIP_DEFLATED
            new.writestr(part, content)
    return out.getvalue()


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        level = block.level
        return f'<text:h text:style-name="Kop_{level}" text:outline-level="{level}">{escape(block.text)}</text:h>'
    if isinstance(block, Line):
        return _paragraph(block.text, "Klein" if block.small else "Tekst")
    columns = len(block.header)
    head = "".join(_cell(text, "Kop_cel") for text in block.header)
    rows = "".join(_table_row(_row(row, columns)) for row in block.rows)
    laid = "".join(f'<table:table-column table:style-name="{_column(width)}"/>' for width in block.widths)
    return (
        f"<table:table table:name={quoteattr(block.name)}>{laid}"
        f"<table:table-header-rows>{_table_row(head)}</table:table-header-rows>{rows}</table:table>"
    )


def _table_row(cells: str) -> str:
    return f'<table:table-row table:style-name="Rij">{cells}</table:table-row>'


def _column(width: float) -> str:
    return f"Kolom_{round(100 * width)}"


def _column_style(width: float) -> str:
    return (
        f'<style:style style:name="{_column(width)}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:.2f}cm"/></style:style>'
    )


def _row(row: Sequence[str], columns: int) -> str:
    if len(row) == 1:
        return _cell(row[0], "Kop_cel", columns) + "<table:covered-table-cell/>" * (columns - 1)
    return "".join(_cell(text, "Cel_tekst") for text in row)


def _cell(text: str, style: str, columns: int = 1) -> str:
    over = f' table:number-columns-spanned="{columns}"' if columns > 1 else ""
    opening = f'<table:table-cell table:style-name="Cel" office:value-type="string"{over}>'
    return f"{opening}{_paragraph(text, style)}</table:table-cell>"


def _paragraph(text: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def _styles(lang: Lang) -> str:
    """Paragraphs and headings, in the language of the words, on A4."""
    spoken = f'fo:language="{lang.value}" fo:country="{_COUNTRIES[lang]}"'
    return (
        '<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties '
        'fo:margin-top="0.1cm" fo:margin-bottom="0.1cm"/><style:text-properties fo:font-family="Arial" '
        f'style:font-family-generic="swiss" fo:font-size="10pt" {spoken}/></style:default-style>'
        f"{_style('Tekst', '10pt')}{_style('Klein', '8pt')}"
        f"{_style('Cel_tekst', '8pt', margin=_NONE)}{_style('Kop_cel', '8pt', bold=True, margin=_NONE + _WITH_NEXT)}"
        f"{_style('Kop_1', '20pt', bold=True, level=1)}{_style('Kop_2', '14pt', bold=True, level=2)}"
        f"{_style('Kop_3', '12pt', bold=True, level=3)}</office:styles>"
        '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="1.8cm"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>'
        "</office:master-styles>"
    )


_NONE = ' fo:margin-top="0cm" fo:margin-bottom="0cm"'
_WITH_NEXT = ' fo:keep-with-next="always"'


def _style(name: str, size: str, *, bold: bool = False, level: int = 0, margin: str = "") -> str:
    outline = f' style:default-outline-level="{level}"' if level else ""
    weight = ' fo:font-weight="bold"' if bold else ""
    around = f' fo:margin-top="0.3cm"{_WITH_NEXT}' if level else margin
    paragraph = f"<style:paragraph-properties{around}/>" if around else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{outline}>{paragraph}'
        f'<style:text-properties fo:font-size="{size}"{weight}/></style:style>'
    )
