"""Keyed pseudonyms in place of BSNs and other ids. The key comes as an argument; nothing here reads or writes files."""
