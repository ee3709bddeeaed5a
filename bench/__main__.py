"""Runs every benchmark of the folder that has a `main`, one after another, each in a process of its own."""

import pkgutil
import subprocess
import sys

import bench


def main() -> int:
    """The number of benchmarks that failed."""
    failed = 0
    for module in sorted(pkgutil.iter_modules(bench.__path__), key=lambda item: item.name):
        if module.name.startswith("_") or not _has_main(module.name):
            continue
        print(f"\n== bench.{module.name}", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"bench.{module.name}"], check=False).returncode != 0
    return failed


def _has_main(name: str) -> bool:
    loader = pkgutil.resolve_name(f"bench.{name}")
    return callable(getattr(loader, "main", None))


if __name__ == "__main__":
    sys.exit(main())
