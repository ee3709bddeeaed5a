from pathlib import Path

import pytest

from graadmeter.domain.errors import ReleaseError
from graadmeter.site.build import build
from graadmeter.site.downloads import plain
from graadmeter.site.reading import read_release


def test_a_folder_that_is_no_release_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError) as refusal:
        read_release(tmp_path)
    assert "graadmeter run" in refusal.value.text.nl


def test_a_refused_release_leaves_no_site(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError):
        build(tmp_path / "geen", tmp_path / "site", geometry=None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("value", "text"), [(12.0, "12"), (12.5, "12.5"), (0.1, "0.1"), (123456789.0, "123456789")])
def test_numbers_in_downloads_are_plain(value: float, text: str) -> None:
    assert plain(value) == text
