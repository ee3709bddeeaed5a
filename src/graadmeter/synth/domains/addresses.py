"""Wijk and household of clients that the extract holds as well; no table of the model is made of them alone."""

from collections.abc import Iterator

from graadmeter.synth.domains.story import Quarter, Row, Told, each

_MOST = 15


def addresses(clients: list[Row], _quarter: Quarter) -> Iterator[Told]:
    """A row per client; every other one by its buurt instead of its wijk."""
    for place, client in enumerate(each([one for one in clients if one["wijk"]], _MOST)):
        by_buurt = place % 2 == 1
        yield Told(
            {
                "bsn": client["bsn"],
                "wijk": "" if by_buurt else client["wijk"],
                "buurt": f"BU{client['wijk'][2:]}01" if by_buurt else "",
                "huishouden": client["huishouden"],
            },
            None,
        )
