"""`protect` and `attack` from files to folder and back, and what they say of files that cannot be."""

import json

import pyarrow.parquet as pq
import pytest

from graadmeter.cli.main import run

INNER = "wijk,vorm,freq\n" + "".join(
    f"{wijk},{form},{count}\n"
    for (wijk, form), count in zip(
        [(wijk, form) for wijk in "ab" for form in "xyz"], [3, 20, 90, 30, 50, 80], strict=True
    )
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inner.csv").write_text(INNER)
    (tmp_path / "hier_wijk.csv").write_text("parent,child\nTotaal,a\nTotaal,b\n")
    (tmp_path / "hier_vorm.csv").write_text("parent,child\nTotaal,x\nTotaal,y\nTotaal,z\n")
    (tmp_path / "cells.csv").write_text("cell_id,wijk,value\n1,a,3\n2,b,20\n3,c,30\n4,Totaal,53\n")
    (tmp_path / "equations.csv").write_text("eq_id,cell_id,coef\n1,1,1\n1,2,1\n1,3,1\n1,4,-1\n")
    (tmp_path / "key").write_bytes(bytes(range(32)))
    return tmp_path


def test_cells_are_hidden_and_survive_an_attack(folder, capsys) -> None:
    assert run(["protect", "--cells", "cells.csv", "--equations", "equations.csv", "--out", "safe"]) == 0
    lines = (folder / "safe/cells.csv").read_text().splitlines()
    assert lines == [
        "cell_id,wijk,value,status", "1,a,,primary", "2,b,,secondary", "3,c,30,shown", "4,Totaal,53,shown",
    ]  # fmt: skip
    assert pq.read_table(folder / "safe/certificates.parquet").num_rows >= 2
    report = json.loads((folder / "safe/report.json").read_text())
    assert (report["primary"], report["secondary"], report["hidden_value"]) == (1, 1, 20)
    assert report["audit"]["verdict"] == "passed"
    assert run(["attack", "--cells", "safe/cells.csv", "--equations", "equations.csv"]) == 0
    assert run(["attack", "--cells", "safe/cells.csv", "--equations", "equations.csv", "--insider"]) == 7
    assert "Wie [1 a] kent, kent ook [2 b]." in capsys.readouterr().out


def test_the_report_tells_whether_readers_who_know_that_zeros_are_shown_were_reckoned_with(folder) -> None:
    source = ["protect", "--cells", "cells.csv", "--equations", "equations.csv", "--out", "safe"]
    said = {}
    for least in ("0", "1"):
        assert run([*source, "--least", least]) == 0
        assert json.loads((folder / "safe/report.json").read_text())["least"] == int(least)
        said[least] = (folder / "safe/report.md").read_text()
    assert "bescherm dan opnieuw met `--least 1`" in said["0"]
    assert "protect again with `--least 1`" in said["0"]
    assert "cannot work out any either" in said["1"]
    assert "--least" not in said["1"]


def test_an_attack_names_the_sum_that_gives_a_count_away(folder, capsys) -> None:
    (folder / "bare.csv").write_text("cell_id,wijk,value\n1,a,\n2,b,20\n3,c,30\n4,Totaal,53\n")
    assert run(["attack", "--cells", "bare.csv", "--equations", "equations.csv"]) == 7
    out = capsys.readouterr().out
    assert "[1 a] is te herleiden: 3. som 1: + [1 a = ?] + [2 b = 20] + [3 c = 30] - [4 Totaal = 53] = 0" in out


def test_inner_counts_are_hidden_or_rounded(folder) -> None:
    source = ["--inner", "inner.csv", "--hierarchy", "hier_wijk.csv", "--hierarchy", "vorm=hier_vorm.csv"]
    assert run(["protect", *source, "--out", "safe"]) == 0
    rows = [line.split(",") for line in (folder / "safe/cells.csv").read_text().splitlines()[1:]]
    assert {(row[1], row[2]) for row in rows if not row[3]} == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}
    assert run(["protect", *source, "--method", "round", "--key", "key", "--out", "safe"]) == 0
    assert sorted(path.name for path in (folder / "safe").iterdir()) == [
        "cells.csv", "equations.csv", "report.json", "report.md",
    ]  # fmt: skip
    assert run(["attack", "--cells", "safe/cells.csv", "--equations", "safe/equations.csv"]) == 0


def test_rounding_makes_its_own_key_once_and_takes_the_threshold_as_base(folder, capsys) -> None:
    source = ["protect", "--inner", "inner.csv", "--hierarchy", "hier_wijk.csv", "--hierarchy", "hier_vorm.csv"]
    assert run([*source, "--method", "round", "--threshold", "25", "--out", "af"]) == 0
    assert "De geheime sleutel staat in af.key" in capsys.readouterr().out
    key, first = (folder / "af.key").read_bytes(), (folder / "af/cells.csv").read_bytes()
    assert (len(key), (folder / "af.key").stat().st_mode & 0o777) == (32, 0o600)
    inner = {row.split(",")[3] for row in first.decode().splitlines()[1:] if "Totaal" not in row}
    assert inner <= {"0", "25", "90", "30", "50", "80"}
    assert run([*source, "--method", "round", "--threshold", "25", "--out", "af"]) == 0
    assert "sleutel" not in capsys.readouterr().out
    assert ((folder / "af.key").read_bytes(), (folder / "af/cells.csv").read_bytes()) == (key, first)
    assert run([*source, "--method", "round", "--key", "no_such_key", "--out", "other"]) == 2
    assert not (folder / "other").exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--method", "round", "--insider"], "--insider doet niets bij --method round."),
        (["--base", "5"], "--base doet niets zonder --method round."),
        (["--p-percent", "10"], "--p-percent doet niets zonder --contributions."),
        (["--contributions", "parts.csv", "--threshold", "5"], "--threshold doet niets bij --contributions."),
        (
            ["--method", "round", "--threshold", "10", "--base", "5"],
            "Met basis 5 blijven aantallen onder de drempel 10",
        ),
        (["--threshold", "0"], "De drempel en het interval zijn minstens 1"),
    ],
)
def test_options_that_would_not_be_heeded_are_refused(folder, capsys, options, says) -> None:
    assert run(["protect", "--cells", "cells.csv", "--equations", "equations.csv", *options, "--out", "safe"]) == 2
    assert says in capsys.readouterr().err
    assert not (folder / "safe").exists()


def test_a_share_that_is_known_besides_is_a_sum_with_limits(folder, capsys) -> None:
    """12.5 % of 40 inhabitants, rounded to whole percents: 5 of them; beside it two wijken are not safe any more."""
    (folder / "cells.csv").write_text("cell_id,wijk,value\n1,a,5\n2,b,20\n3,c,30\n4,Totaal,55\n")
    sums = "eq_id,cell_id,coef,low,high\n1,1,1,,\n1,2,1,,\n1,3,1,,\n1,4,-1,,\n"
    options = ["--equations", "equations.csv", "--threshold", "10", "--out", "safe"]
    (folder / "equations.csv").write_text(f"{sums}share,1,100,480,519\n")
    assert run(["protect", "--cells", "cells.csv", *options]) == 7
    assert "Of laat sommen met grenzen (low, high) weg" in capsys.readouterr().err
    (folder / "equations.csv").write_text(f"{sums}share,1,100,300,\nlargest,2,1,,25\n")
    assert run(["protect", "--cells", "cells.csv", *options, "--interval", "4"]) == 0
    told = (folder / "safe/equations.csv").read_text().splitlines()
    assert told[-2:] == ["share,1,100,300,", "largest,2,1,,25"]
    (folder / "bare.csv").write_text("cell_id,wijk,value\n1,a,\n2,b,\n3,c,30\n4,Totaal,55\n")
    (folder / "equations.csv").write_text(f"{sums}share,1,100,480,519\n")
    assert run(["attack", "--cells", "bare.csv", "--equations", "equations.csv"]) == 7
    assert "[1 a] is te herleiden: 5. som share: + 100 x [1 a = ?] van 480 tot en met 519" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("cells.csv", "cell_id,value\n1,3\n1,4\n", "cells.csv, regel 3: cel '1' staat er twee keer."),
        ("cells.csv", "cell_id,value\n1,3.5\n", "cells.csv, regel 2: '3.5' is geen aantal"),
        ("cells.csv", "cell_id,value\n1,3,4\n", "cells.csv, regel 2: 3 velden, de kop heeft er 2."),
        ("cells.csv", "cell,value\n1,3\n", "cells.csv, regel 1: deze kolommen zijn nodig"),
        ("equations.csv", "eq_id,cell_id,coef\n1,9,1\n", "equations.csv, regel 2: cel '9' bestaat niet."),
        ("equations.csv", "eq_id,cell_id,coef\n1,1,x\n", "equations.csv, regel 2: 'x' is geen heel getal"),
        ("equations.csv", "eq_id,cell_id,coef\n1,1,0\n", "equations.csv, regel 2: 0 doet niet mee in een som"),
        ("equations.csv", "eq_id,cell_id,coef,low,high\n1,1,1,5,4\n", "equations.csv, regel 2: 5 is meer dan 4"),
        (
            "equations.csv",
            "eq_id,cell_id,coef,low,high\n1,1,1,0,4\n1,2,1,0,5\n",
            "equations.csv, regel 3: deze som heeft al een andere grens",
        ),
        ("equations.csv", "eq_id,cell_id,coef\n1,1,1\n1,2,-1\n", "1 sommen kloppen niet met de aantallen"),
    ],
)
def test_files_that_cannot_be_are_named_with_their_line(folder, capsys, name, content, says) -> None:
    (folder / name).write_text(content)
    assert run(["protect", "--cells", "cells.csv", "--equations", "equations.csv", "--out", "safe"]) == 2
    assert says in capsys.readouterr().err
    assert not (folder / "safe").exists()


def test_amounts_are_hidden_by_who_contributes_to_them(folder, capsys) -> None:
    (folder / "amounts.csv").write_text("cell_id,wijk,value\n1,a,1000\n2,b,800\n3,c,900\n4,Totaal,2700\n")
    parts = "cell_id,first,second,third\n1,900,30,10\n2,60,30,\n3,60,30,\n4,900,60,60\n"
    (folder / "parts.csv").write_text(parts)
    source = ["protect", "--cells", "amounts.csv", "--equations", "equations.csv", "--out", "safe"]
    assert run([*source, "--contributions", "parts.csv", "--p-percent", "20"]) == 0
    lines = (folder / "safe/cells.csv").read_text().splitlines()
    assert lines[1:] == ["1,a,,primary", "2,b,,secondary", "3,c,900,shown", "4,Totaal,2700,shown"]
    report = json.loads((folder / "safe/report.json").read_text())
    assert (report["p_percent"], report["primary"], report["audit"]["verdict"]) == (20, 1, "passed")
    for wrong in (["--dominance", "4:80"], ["--p-percent", "0"], []):
        assert run([*source, "--contributions", "parts.csv", *wrong]) == 2
    (folder / "parts.csv").write_text(parts.replace("2,60", "5,60"))
    assert run([*source, "--contributions", "parts.csv", "--dominance", "1:80"]) == 2
    assert "parts.csv, regel 3" in capsys.readouterr().err
