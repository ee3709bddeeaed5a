"""Every notice of the reader, by theme: any file, archives, messages, spreadsheets, tables."""

from graadmeter.deliver.notice import Notice
from graadmeter.deliver.notices import any_file, archive, message, sheet, table


def notices() -> dict[str, Notice]:
    """Every notice by its code."""
    found = [value for module in (any_file, archive, message, sheet, table) for value in vars(module).values()]
    return {notice.code: notice for notice in found if isinstance(notice, Notice)}
