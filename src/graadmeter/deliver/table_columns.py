"""The columns of one delivered table: what is said of their names, and how their texts become a raw table."""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial

import pyarrow as pa

from graadmeter.catalogue.layouts import dropped_fields, fields_of_later_versions
from graadmeter.check.words import changed, spelled
from graadmeter.deliver.columns.synonyms import SYNONYMS
from graadmeter.deliver.content import Content, where
from graadmeter.deliver.csv_header import Header, plain_name
from graadmeter.deliver.csv_records import Records
from graadmeter.deliver.csv_values import iso_dates, odd_bsns, serial_dates, translated, with_zeros
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.notice import Notice, RefusedError
from graadmeter.deliver.notices import sheet
from graadmeter.deliver.notices import table as notices
from graadmeter.deliver.raw_table import plain, repeated
from graadmeter.deliver.shown_name import shown_name
from graadmeter.domain.layouts import Field
from graadmeter.domain.tables import Type


def judge(header: Header, content: Content, log: FindingLog) -> None:
    """Findings on columns too many, too few and unknown; raises RefusedError when the table cannot be used."""
    table = header.layout.table
    named = [name for name in (*header.fields, *header.fixed) if name]
    stray = [cell for cell, name in zip(header.cells, header.fields, strict=True) if cell and not name]
    dropped = {plain_name(name): (name, day) for name, day in dropped_fields(table).items()}
    for number, cell in enumerate(stray, 1):
        if plain_name(cell) in dropped:
            name, day = dropped[plain_name(cell)]
            log.add(notices.DROPPED, where(content), name=name, table=table, day=day.isoformat())
            continue
        near = _near(cell, [field.name for field in header.layout.fields])
        name = shown_name(cell, number)
        log.add(notices.UNKNOWN, where(content), name=name, table=table, near=near)
    missing = [field for field in header.layout.fields if field.name not in named]
    later = fields_of_later_versions(table, named)
    for field in missing:
        near = _near(field.name, stray)
        if not field.required and (near or field.name not in later):
            log.add(notices.ABSENT, where(content, column=field.name), name=field.name, near=near)
    trouble = [(notices.TWICE, name) for name in sorted(set(named)) if named.count(name) > 1]
    trouble += [(notices.MISSING, field.name) for field in missing if field.required]
    for notice, name in trouble[1:]:
        log.add(notice, where(content), name=name, near=_near(name, stray))
    if trouble:
        raise RefusedError(trouble[0][0], name=trouble[0][1], near=_near(trouble[0][1], stray))


def _near(name: str, known: list[str]) -> str:
    """The names among `known` that may be meant, between brackets behind a blank; nothing when there are none."""
    by_plain = {plain_name(other): other for other in known}
    meant = [one for one in by_plain if _is_other_name(plain_name(name), one) or _is_other_name(one, plain_name(name))]
    close = get_close_matches(plain_name(name), list(by_plain), n=3, cutoff=0.6)
    near = list(dict.fromkeys([*meant, *close]))[:3]
    shown = ", ".join(shown_name(by_plain[match], number) for number, match in enumerate(near, 1))
    return f" ({shown}?)" if shown else ""


def _is_other_name(field: str, name: str) -> bool:
    return any(name in others for known, others in SYNONYMS.items() if plain_name(known) == field)


class Columns:
    """Turns blocks of rows into columns, and reports what was repaired or rejected on the way."""

    def __init__(self, header: Header, content: Content, log: FindingLog) -> None:
        self._header, self._content, self._log = header, content, log
        self._mended: dict[tuple[Notice, str], int] = {}
        self.rejected = 0

    def block(self, block: Records) -> tuple[list[pa.Array], pa.Array]:
        """The columns of a block in the order of the layout, and its line numbers."""
        self.rejected += len(block.rejected)
        for line, notice, values in block.rejected:
            self._log.add(notice, where(self._content, line), **values)
        place = {name: position for position, name in enumerate(self._header.fields)}
        columns = []
        for field in self._header.layout.fields:
            if field.name in place and len(block.numbers):
                texts = block.column(place[field.name])
                texts = texts if block.is_trimmed else plain(texts)
                meaning = self._header.values.get(field.name, {})
                texts = plain(changed(texts, partial(translated, meaning=meaning))) if meaning else texts
                columns.append(self._repaired(texts, field, block.numbers))
            else:
                same = (self._header.fixed.get(field.name) or "").strip() or None
                columns.append(repeated(same, len(block.numbers)))
        return columns, block.line_numbers()

    def report_mended(self) -> None:
        """One finding per column in which leading zeros were put back or day numbers became dates."""
        for (notice, name), count in self._mended.items():
            self._log.add(notice, where(self._content, column=name), name=name, count=count)

    def _repaired(self, texts: pa.Array, field: Field, numbers: Sequence[int]) -> pa.Array:
        if field.type is Type.DATE:
            texts = changed(texts, iso_dates)
            texts, count = serial_dates(texts) if self._header.is_sheet else (texts, 0)
            self._note(sheet.SERIAL_DATES, field, count)
            return texts
        if field.name == "bsn":
            return self._with_bsns(spelled(texts), numbers)
        texts, count = with_zeros(texts, field)
        self._note(notices.ZERO_LOST, field, count)
        return texts

    def _note(self, notice: Notice, field: Field, count: int) -> None:
        if count:
            self._mended[notice, field.name] = self._mended.get((notice, field.name), 0) + count

    def _with_bsns(self, texts: pa.Array, numbers: Sequence[int]) -> pa.Array:
        restored: dict[int, str] = {}
        for position, bsn in odd_bsns(texts):
            notice = notices.BSN_MANGLED if bsn is None else notices.BSN_ZERO
            self._log.add(notice, where(self._content, numbers[position], "bsn"))
            if bsn is not None:
                restored[position] = bsn
        if not restored:
            return texts
        return pa.array([restored.get(at, text) for at, text in enumerate(texts.to_pylist())], pa.string())
