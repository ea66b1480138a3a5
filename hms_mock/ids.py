"""Identifiers in the forms that the API uses, the same ones for the same seed."""

from __future__ import annotations

import string
import uuid
from dataclasses import dataclass
from hashlib import blake2b

DEFAULT_SEED = 0
_LETTERS = string.ascii_lowercase


@dataclass(init=False)
class Ids:
    """Makes identifiers.

    Each is a digest of the seed and of how many were made from this seed before. So none has to be remembered
    for the next one to be another one, and a source that gets an earlier seed again goes on with it.

    Args:
        seed: two sources with the same seed make the same identifiers in the same order.
    """

    _seed: int
    _made: dict[int, int]
    """How many were made, by seed."""

    def __init__(self, seed: int = DEFAULT_SEED) -> None:
        self._made = {}
        self.seed(seed)

    @property
    def made(self) -> int:
        """How many identifiers were made, of all seeds."""
        return sum(self._made.values())

    def seed(self, seed: int) -> None:
        """Start over from a seed, or go on where it was left."""
        self._seed = seed

    def object_id(self) -> str:
        """Return 24 hexadecimal digits, the identifier of a room, template, session or workspace."""
        return self._digest()[:12].hex()

    def uuid(self) -> str:
        """Return a UUID (version 4), the identifier of a peer, track, stream or message."""
        return str(uuid.UUID(bytes=self._digest(), version=4))

    def room_code(self) -> str:
        """Return ten lower-case letters in the form `abc-defg-hij`, few enough to come twice in a million."""
        number, letters = int.from_bytes(self._digest()), ""
        for _ in range(10):
            number, place = divmod(number, len(_LETTERS))
            letters += _LETTERS[place]
        return f"{letters[:3]}-{letters[3:7]}-{letters[7:]}"

    def _digest(self) -> bytes:
        made = self._made.get(self._seed, 0)
        self._made[self._seed] = made + 1
        return blake2b(f"{self._seed} {made}".encode(), digest_size=16).digest()
