"""Telling events from forgeries.

100ms offers three proofs: headers with secret values that are configured beside the URL, the addresses
that its deliveries come from, and in workspaces under HIPAA a signature of the body.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
from typing import TYPE_CHECKING, TypeAlias

from .._errors import ConfigurationError
from .._headers import Headers
from .._redaction import MASK, Secret
from ._errors import VerificationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SIGNATURE_HEADER = "x-100ms-signature"

SecretValues: TypeAlias = "str | Secret | Sequence[str | Secret]"

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[!-~](?:[ -~]*[!-~])?")


class ReceivedHeaders(Headers):
    """The headers of a delivery. The repr shows names alone, because values prove who sends."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"ReceivedHeaders({dict.fromkeys(self, MASK)!r})"


def seal(secret_headers: Mapping[str, SecretValues] | None) -> dict[str, tuple[Secret, ...]]:
    """The accepted values of each header as secrets, which no traceback shows."""
    if secret_headers is None:
        return {}
    return {
        name: (Secret.of(values),) if isinstance(values, str | Secret) else tuple(map(Secret.of, values))
        for name, values in secret_headers.items()
    }


class Verifier:
    """Checks that deliveries come from 100ms. All checks that are configured must pass.

    Args:
        secret_headers: The headers that are configured beside the URL in the dashboard, with their values.
            A header with several values accepts each of them, so that a secret can be changed without a
            gap: add the new one here, change it in the dashboard, remove the old one here.
        source_networks: The networks that deliveries may come from, for example `203.0.113.0/24`; True for
            those that 100ms documents, False for any.
        signing_secret: The key of the signature that workspaces under HIPAA get. The documentation does not
            say which secret of the workspace it is, so ask 100ms before relying on it.

    Raises:
        ConfigurationError: A header, a secret or a network is not valid, or no check is configured.

    Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/configure-webhooks/secure-webhooks
    """

    def __init__(
        self,
        *,
        secret_headers: Mapping[str, SecretValues] | None = None,
        source_networks: bool | Iterable[str] = False,
        signing_secret: str | Secret | None = None,
    ) -> None:
        # Rebound at once: tools that print the local variables of a traceback would print the arguments.
        secret_headers = sealed = seal(secret_headers)
        signing_secret = None if signing_secret is None else Secret.of(signing_secret)
        # Digests are of one length, so that comparing them does not tell the length of the secret.
        self._digests = {name: _digests(name, values) for name, values in sealed.items()}
        self._networks = _networks(source_networks)
        self._signing_secret = signing_secret
        if signing_secret is not None and not signing_secret.reveal():
            raise ConfigurationError("signing_secret= is empty")
        if not (self._digests or self._networks or signing_secret):
            raise ConfigurationError(
                "nothing to verify deliveries by: pass secret_headers= (set them beside the URL in the "
                "developer section of the 100ms dashboard), source_networks=True, or signing_secret="
            )

    def verify(
        self,
        headers: Mapping[str, str] | Iterable[tuple[str, str]],
        body: bytes,
        *,
        client_address: str | None = None,
    ) -> None:
        """Check one delivery.

        Args:
            headers: The request headers: a mapping, or pairs of name and value.
            body: The body as it came. Only the signature needs it.
            client_address: The IP address that sent the request. Behind a proxy, that which the proxy
                vouches for; never one that the sender can write into a header by itself.

        Raises:
            VerificationError: A check failed.
        """
        headers = ReceivedHeaders(headers)
        if self._networks is not None and not _contains(self._networks, client_address):
            raise VerificationError(
                "the request does not come from an address of 100ms; behind a proxy, check that the "
                "address of its client is passed on",
                check="address",
            )
        # Every header is compared, whatever came of the others: the time taken tells nothing.
        wrong = [name for name, digests in self._digests.items() if not _matches(headers.get(name), digests)]
        if wrong:
            raise VerificationError(
                f"missing or wrong: {', '.join(wrong)}; compare with the headers set in the dashboard",
                check="secret_headers",
            )
        if self._signing_secret is not None and not self._is_signed(headers.get(SIGNATURE_HEADER, ""), body):
            raise VerificationError(f"missing or wrong: {SIGNATURE_HEADER}", check="signature")

    def _is_signed(self, signature: str, body: bytes) -> bool:
        key = b"" if self._signing_secret is None else self._signing_secret.reveal().encode()
        expected = hmac.new(key, body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(_digest(signature.lower()), _digest(expected))

    def __repr__(self) -> str:
        if not hasattr(self, "_signing_secret"):  # in a traceback out of __init__
            return "<hms.webhooks.Verifier>"
        networks = "any" if self._networks is None else len(self._networks)
        return (
            f"<hms.webhooks.Verifier secret_headers={list(self._digests)!r} networks={networks} "
            f"signature={self._signing_secret is not None}>"
        )


_Network: TypeAlias = "ipaddress.IPv4Network | ipaddress.IPv6Network"


def _networks(source_networks: bool | Iterable[str]) -> tuple[_Network, ...] | None:
    if source_networks is False:
        return None
    if source_networks is True:
        from hms_generated_client.events import SOURCE_NETWORKS  # noqa: PLC0415  # slow to import

        source_networks = SOURCE_NETWORKS
    if isinstance(source_networks, str):
        raise ConfigurationError("source_networks= takes a list of networks, not one text")
    try:
        networks = tuple(map(ipaddress.ip_network, source_networks))
    except ValueError as error:
        raise ConfigurationError(f"source_networks= has what is no network: {error}") from error
    if not networks:
        raise ConfigurationError("source_networks= is empty, so that no delivery could pass")
    return networks


def _contains(networks: tuple[_Network, ...], client_address: str | None) -> bool:
    try:
        address = ipaddress.ip_address("" if client_address is None else client_address)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        # How a socket that listens on both protocols shows an IPv4 client.
        address = address.ipv4_mapped
    return any(address in network for network in networks)


def _digests(name: str, values: tuple[Secret, ...]) -> tuple[Secret, ...]:
    if not _HEADER_NAME.fullmatch(name):
        raise ConfigurationError(f"secret_headers= has {name!r}, which is no name of a header")
    if not values or not all(_HEADER_VALUE.fullmatch(value.reveal()) for value in values):
        # The message does not repeat the value, because it may be nearly right.
        raise ConfigurationError(
            f"secret_headers= has a value for {name!r} that no header can have: it must be printable ASCII "
            "text without blanks at its ends, and not empty"
        )
    return tuple(Secret(_digest(value.reveal()).hex()) for value in values)


def _digest(value: str) -> bytes:
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).digest()


def _matches(value: str | None, digests: tuple[Secret, ...]) -> bool:
    received = _digest("" if value is None else value).hex()
    # All are compared, so that the time taken does not tell which of them was the right one.
    matches = [hmac.compare_digest(received, digest.reveal()) for digest in digests]
    return any(matches)
