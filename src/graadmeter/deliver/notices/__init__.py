"""Every notice of the reader, by theme: agreements, any file, archives, messages, schemas, spreadsheets, tables."""

from graadmeter.deliver.notice import Notice
from graadmeter.deliver.notices import agreement, any_file, archive, ggm, message, residence, schema, sheet, table


def notices() -> dict[str, Notice]:
    """Every notice by its code."""
    modules = (agreement, any_file, archive, ggm, message, residence, schema, sheet, table)
    found = [value for module in modules for value in vars(module).values()]
    return {notice.code: notice for notice in found if isinstance(notice, Notice)}
