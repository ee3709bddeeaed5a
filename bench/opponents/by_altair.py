"""Line charts with Altair and vl-convert, one SVG each. Needs altair and vl-convert-python."""

import json
import sys
import time
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Prints the CPU seconds per chart, without the first, which also starts the engine."""
    charts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    altair, convert = import_module("altair"), import_module("vl_convert")
    start = size = 0.0
    for at, chart in enumerate(charts):
        if at == 1:
            start = time.process_time()
        line = altair.Chart(altair.Data(values=chart["values"]), title=chart["title"], width=680, height=250)
        drawn = line.mark_line(point=True).encode(x="period:O", y="value:Q", color="series:N")
        size += len(convert.vegalite_to_svg(drawn.to_dict()))
    print(json.dumps({"seconds": (time.process_time() - start) / (len(charts) - 1), "bytes": size / len(charts)}))


if __name__ == "__main__":
    main()
