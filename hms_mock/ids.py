"""Identifiers in the forms that the API uses, the same ones for the same seed."""

from __future__ import annotations

import random
import string
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Set

DEFAULT_SEED = 0


@dataclass(init=False)
class Ids:
    """Makes identifiers.

    Args:
        seed: two sources with the same seed make the same identifiers in the same order.
    """

    _issued: set[str]
    _random: random.Random

    def __init__(self, seed: int = DEFAULT_SEED) -> None:
        self._issued = set()
        self.seed(seed)

    @property
    def issued(self) -> Set[str]:
        """All identifiers that were made."""
        return self._issued

    def seed(self, seed: int) -> None:
        """Start over from a seed."""
        # Identifiers have to repeat from run to run, not to be hard to guess.
        self._random = random.Random(seed)  # noqa: S311

    def object_id(self) -> str:
        """Return 24 hexadecimal digits, the identifier of a room, template, session or workspace."""
        return self._unused(lambda: f"{self._random.getrandbits(96):024x}")

    def uuid(self) -> str:
        """Return a random UUID (version 4), the identifier of a peer, track, stream or message."""
        return self._unused(lambda: str(uuid.UUID(int=self._random.getrandbits(128), version=4)))

    def room_code(self) -> str:
        """Return ten lower-case letters in the form `abc-defg-hij`."""

        def make() -> str:
            letters = "".join(self._random.choices(string.ascii_lowercase, k=10))
            return f"{letters[:3]}-{letters[3:7]}-{letters[7:]}"

        return self._unused(make)

    def _unused(self, make: Callable[[], str]) -> str:
        # A source can be seeded again while objects made before are still there.
        while (candidate := make()) in self._issued:
            pass
        self._issued.add(candidate)
        return candidate
