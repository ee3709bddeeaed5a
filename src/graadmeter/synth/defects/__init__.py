"""Faulty messages and rows planted in clean deliveries, each with the check that must find it.

A planted defect never changes a figure, whether its row is refused or used: what it adds refers to assignments and
persons that do not exist, repeats what is there, or claims nothing. So the truth holds with and without them.
"""
