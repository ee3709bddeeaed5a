"""The pseudonym is an HMAC: the same as Python's own, domain-separated, keyed, and of fixed form."""

import base64
import hashlib
import hmac
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graadmeter.domain.errors import UsageError
from graadmeter.pseudonymise.keys import KEY_BYTES, new_key
from graadmeter.pseudonymise.pseudonyms import PATTERN, SCHEME, pseudonyms
from graadmeter.pseudonymise.rotate import rotate

KEY = new_key(bytes(range(KEY_BYTES)))
OTHER = new_key(bytes(range(1, KEY_BYTES + 1)))


def by_the_book(value: str, purpose: str) -> str:
    message = f"{purpose}|{SCHEME}|{KEY.id}|{value}".encode()
    digest = hmac.new(KEY.secret, message, hashlib.sha256).digest()[:16]
    return f"{KEY.id}-{base64.b32encode(digest).decode().rstrip('=')}"


@given(st.lists(st.text(max_size=40), max_size=5), st.sampled_from(["persoon", "huishouden"]))
def test_it_is_hmac_sha_256_in_base32(ids: list[str], purpose: str) -> None:
    found = pseudonyms(ids, purpose=purpose, key=KEY).to_pylist()
    assert found == [by_the_book(value, purpose) for value in ids]


def test_its_form_is_fixed() -> None:
    (found,) = pseudonyms(["000000012"], purpose="persoon", key=KEY).to_pylist()
    assert re.fullmatch(PATTERN, found)
    assert found == "48dd587d-XRUD55DWQZFIFODUCI2SZTEKSY"


def test_no_ids_no_pseudonyms() -> None:
    assert pseudonyms([], purpose="persoon", key=KEY).to_pylist() == []


def test_purposes_and_keys_keep_pseudonyms_apart() -> None:
    found = {
        pseudonyms(["000000012"], purpose=purpose, key=key)[0].as_py().split("-")[1]
        for purpose in ("persoon", "huishouden")
        for key in (KEY, OTHER)
    }
    assert len(found) == 4


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(UsageError):
        new_key(b"short")


def test_a_key_shows_its_id_and_never_its_secret() -> None:
    assert KEY.id in repr(KEY)
    assert repr(KEY.secret) not in repr(KEY)
    assert KEY.secret.hex() not in repr(KEY)
    assert KEY.id not in KEY.secret.hex()


def test_rotation_maps_every_distinct_id_from_the_old_to_the_new_key() -> None:
    table = rotate(["b", "a", "b"], purpose="persoon", old=KEY, new=OTHER)
    assert table.column_names == ["oud", "nieuw"]
    pairs = dict(zip(table["oud"].to_pylist(), table["nieuw"].to_pylist(), strict=True))
    old, new = (pseudonyms(["a", "b"], purpose="persoon", key=key).to_pylist() for key in (KEY, OTHER))
    expected = dict(zip(old, new, strict=True))
    assert pairs == expected
    assert table["oud"].to_pylist() == sorted(expected)
