"""Readers of reference data: each module turns one kind of published file into a table of `domain.reference`.

A file is used whole or refused (DeliveryRefusedError); what could not be used of a readable file is a finding.
"""
