"""The command line: thin. It reads words, calls the stages, and prints in the reader's language."""

from graadmeter.cli.main import main

__all__ = ["main"]
