"""Lets `python -m graadmeter` do what the `graadmeter` command does."""

from graadmeter.cli import main

main()
