from __future__ import annotations

import hashlib
import hmac
import json
from importlib import resources
from typing import Any

import pytest
from hms_fakes import law
from hms_webhook_fakes import SECRET
from hypothesis import given
from hypothesis import strategies as st

from hms import ConfigurationError, Secret
from hms.webhooks import VerificationError, Verifier
from hms.webhooks._verification import SIGNATURE_HEADER
from hms_generated_client.events import SOURCE_NETWORKS

values = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1)


def failed_check(verifier: Verifier, headers: Any, content: bytes = b"", **arguments: Any) -> str | None:
    try:
        verifier.verify(headers, content, **arguments)
    except VerificationError as error:
        return error.check
    return None


def test_the_right_header_passes() -> None:
    verifier = Verifier(secret_headers={"x-hook-secret": SECRET})
    for headers in ({"X-HOOK-SECRET": SECRET}, [("x-hook-secret", SECRET), ("host", "example.com")]):
        assert failed_check(verifier, headers) is None


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-other": SECRET},
        {"x-hook-secret": ""},
        {"x-hook-secret": SECRET[:-1]},
        {"x-hook-secret": SECRET + "z"},
        {"x-hook-secret": SECRET.upper()},
        {"x-hook-secret": "ümlaut"},
        {"x-hook-secret": "\udc80"},
        [("x-hook-secret", SECRET), ("x-hook-secret", "other")],
    ],
)
def test_a_missing_or_wrong_header_fails(headers: Any) -> None:
    verifier = Verifier(secret_headers={"x-hook-secret": SECRET})
    assert failed_check(verifier, headers) == "secret_headers"


def test_all_headers_must_be_right_and_the_error_names_the_wrong_ones() -> None:
    verifier = Verifier(secret_headers={"x-a": "1", "x-b": "2", "x-c": "3"})
    assert failed_check(verifier, {"x-a": "1", "x-b": "2", "x-c": "3"}) is None
    with pytest.raises(VerificationError, match="x-b, x-c"):
        verifier.verify({"x-a": "1", "x-b": "1"}, b"")


def test_a_header_may_have_several_values_while_its_secret_changes() -> None:
    verifier = Verifier(secret_headers={"x-a": ["new", Secret("old")]})
    assert [failed_check(verifier, {"x-a": value}) for value in ("new", "old", "newold", "new, old")] == [
        None,
        None,
        "secret_headers",
        "secret_headers",
    ]


@law
@given(values, values)
def test_a_header_passes_exactly_when_it_is_equal(secret: str, received: str) -> None:
    verifier = Verifier(secret_headers={"x-a": secret})
    assert failed_check(verifier, {"x-a": secret}) is None
    assert (failed_check(verifier, {"x-a": received}) is None) == (secret == received)


def test_every_comparison_is_made_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[int, int]] = []

    def compare(one: str, other: str) -> bool:
        compared.append((len(one), len(other)))
        return one == other

    monkeypatch.setattr(hmac, "compare_digest", compare)
    verifier = Verifier(secret_headers={"x-a": ["1", "a longer one"], "x-b": "2"})
    failed_check(verifier, {"x-a": "1"})
    assert compared == [(64, 64)] * 3  # also after the first match, and after the first miss


def test_the_documented_networks() -> None:
    verifier = Verifier(source_networks=True)
    assert len(SOURCE_NETWORKS) == 56
    for network in SOURCE_NETWORKS:
        assert failed_check(verifier, {}, client_address=network.removesuffix("/32")) is None


@pytest.mark.parametrize(
    "address", [None, "", "testclient", "203.0.113.7", "::1", "34.100.213.146:443", "34.100.213.146, 1.2.3.4"]
)
def test_a_foreign_address_fails(address: str | None) -> None:
    assert failed_check(Verifier(source_networks=True), {}, client_address=address) == "address"


def test_own_networks() -> None:
    verifier = Verifier(source_networks=["192.0.2.0/24", "2001:db8::/32"])
    passing = ["192.0.2.1", "::ffff:192.0.2.1", "2001:db8::7"]
    assert [failed_check(verifier, {}, client_address=address) for address in passing] == [None] * 3
    assert failed_check(verifier, {}, client_address="192.0.3.1") == "address"


def test_the_signature_is_the_hmac_of_the_body() -> None:
    verifier = Verifier(signing_secret=SECRET)
    signature = hmac.new(SECRET.encode(), b"{}", hashlib.sha256).hexdigest()
    assert failed_check(verifier, {"X-100ms-Signature": signature}, b"{}") is None
    assert failed_check(verifier, {"X-100ms-Signature": signature.upper()}, b"{}") is None
    for headers, content in (
        ({}, b"{}"),
        ({"X-100ms-Signature": signature}, b"{} "),
        ({"X-100ms-Signature": signature[:-1]}, b"{}"),
    ):
        assert failed_check(verifier, headers, content) == "signature"


def test_the_signature_is_as_the_document_has_it() -> None:
    document = json.loads(resources.files("hms_generated_client").joinpath("openapi.json").read_text())
    signature = document["x-webhooks"]["signature"]
    assert signature["header"] == SIGNATURE_HEADER
    assert (signature["algorithm"], signature["encoding"]) == ("hmac-sha256", "hex")


def test_all_configured_checks_must_pass() -> None:
    verifier = Verifier(secret_headers={"x-a": "1"}, source_networks=["192.0.2.0/24"], signing_secret="k")
    headers = {"x-a": "1", SIGNATURE_HEADER: hmac.new(b"k", b"{}", hashlib.sha256).hexdigest()}
    assert failed_check(verifier, headers, b"{}", client_address="192.0.2.1") is None
    assert failed_check(verifier, headers, b"{}") == "address"
    assert failed_check(verifier, headers, b"[]", client_address="192.0.2.1") == "signature"
    del headers["x-a"]
    assert failed_check(verifier, headers, b"{}", client_address="192.0.2.1") == "secret_headers"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "nothing to verify"),
        ({"secret_headers": {}}, "nothing to verify"),
        ({"secret_headers": {"": "a"}}, "no name of a header"),
        ({"secret_headers": {"x secret": "a"}}, "no name of a header"),
        ({"secret_headers": {"x-a": ""}}, "x-a"),
        ({"secret_headers": {"x-a": []}}, "x-a"),
        ({"secret_headers": {"x-a": " padded "}}, "x-a"),
        ({"secret_headers": {"x-a": "two\nlines"}}, "x-a"),
        ({"source_networks": []}, "empty"),
        ({"source_networks": "10.0.0.0/8"}, "not one text"),
        ({"source_networks": ["10.0.0.1/8"]}, "host bits"),
        ({"signing_secret": ""}, "empty"),
    ],
)
def test_what_cannot_be_checked_is_refused(arguments: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        Verifier(**arguments)


def test_the_repr_tells_what_is_checked() -> None:
    verifier = Verifier(secret_headers={"x-a": SECRET}, source_networks=True, signing_secret=SECRET)
    assert repr(verifier) == "<hms.webhooks.Verifier secret_headers=['x-a'] networks=56 signature=True>"
