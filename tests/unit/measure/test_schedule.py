"""Every table is there when it is needed, each question is asked once, and nothing stays longer than it must."""

from graadmeter.measure.schedule import Make, schedule


def make(name: str, *used: str) -> Make:
    return Make(f"gm_{name}", f"CREATE TABLE gm_{name} FROM {' '.join(f'gm_{one}' for one in used)}", f"DROP {name}")


def test_questions_come_early_and_tables_go_after_their_last_use() -> None:
    makes = [make("spel"), make("blad0", "spel"), make("blad0_wijk", "blad0", "spel"), make("blad1"), make("niemand")]
    questions = {"geleverd": "FROM levering", "nul": "FROM gm_blad0, gm_blad0_wijk", "een": "FROM gm_blad1"}
    steps = [(step.make and step.make.name, step.asks, step.drops) for step in schedule(makes, questions)]
    assert steps == [
        (None, ("geleverd",), ()),
        ("gm_spel", (), ()),
        ("gm_blad0", (), ()),
        ("gm_blad0_wijk", ("nul",), ("DROP spel", "DROP blad0", "DROP blad0_wijk")),
        ("gm_blad1", ("een",), ("DROP blad1",)),
        ("gm_niemand", (), ("DROP niemand",)),
    ]
