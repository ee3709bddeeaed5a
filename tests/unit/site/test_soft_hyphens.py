import pytest

from graadmeter.site.soft_hyphens import SOFT, softened


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("jeugdbeschermingsketen", ["jeugd", "beschermings", "keten"]),
        ("Jeugdhulptrajecten: actief", ["Jeugd", "hulp", "trajecten: actief"]),
        ("Wachttijd tot intake", ["Wachttijd tot intake"]),
        ("voorzieningen", ["voorzieningen"]),
    ],
)
def test_long_words_break_at_their_joints_only(word: str, pieces: list[str]) -> None:
    assert softened(word).split(SOFT) == pieces
    assert softened(word).replace(SOFT, "") == word
