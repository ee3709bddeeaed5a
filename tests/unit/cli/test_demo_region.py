"""The folder of the demo is written once, recognised afterwards, and nothing else is ever overwritten."""

import json
import tomllib

import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.cli import demo_region
from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.progress import silent


@pytest.fixture
def written(monkeypatch):
    """Stands in for the generator: writes one file; how often it was called."""
    calls = []

    def write_region(place, *, seed, fraction, first, veilig_thuis, progress):
        assert veilig_thuis
        calls.append((seed, fraction, first))
        (place / "inbox").mkdir()
        (place / "inbox/one").write_text(str(seed), encoding="utf-8")
        (place / "afspraken.yaml").touch()
        (place / "graadmeter.toml").write_text("[region]\nfictitious = true\n", encoding="utf-8")
        if len(calls) == 1 and seed == 13:
            raise KeyboardInterrupt

    monkeypatch.setattr(demo_region, "write_region", write_region)
    return calls


def prepare(place, seed=1, fraction=1.0, first="2019KW01") -> None:
    demo_region.prepare(place, seed=seed, fraction=fraction, first=first, progress=silent)


def test_written_once(tmp_path, written) -> None:
    prepare(tmp_path / "demo")
    prepare(tmp_path / "demo")
    assert written == [(1, 1.0, "2019KW01")]
    settings = tomllib.loads((tmp_path / "demo/graadmeter.toml").read_text(encoding="utf-8"))
    assert settings["region"]["fictitious"] is True
    assert set(settings["region"]["indicatoren"]) <= set(indicators())
    assert {indicators()[name].theme for name in settings["region"]["indicatoren"]} == {
        one.theme for one in indicators().values()
    }


def test_half_a_region_is_written_again(tmp_path, written) -> None:
    with pytest.raises(KeyboardInterrupt):
        prepare(tmp_path / "demo", seed=13)
    assert json.loads((tmp_path / "demo/.demo.json").read_bytes())["ready"] is False
    prepare(tmp_path / "demo", seed=13)
    assert json.loads((tmp_path / "demo/.demo.json").read_bytes())["ready"] is True
    assert len(written) == 2


@pytest.mark.parametrize("other", [{"seed": 2}, {"fraction": 0.5}, {"first": "2024KW01"}])
def test_another_region_in_the_same_place_is_refused(tmp_path, written, other) -> None:
    prepare(tmp_path / "demo")
    with pytest.raises(WorkspaceError, match="something else"):
        prepare(tmp_path / "demo", **other)


def test_a_folder_of_somebody_else_is_left_alone(tmp_path, written) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox/mine").write_text("mine", encoding="utf-8")
    with pytest.raises(WorkspaceError):
        prepare(tmp_path)
    assert (tmp_path / "inbox/mine").read_text(encoding="utf-8") == "mine"
    assert written == []
