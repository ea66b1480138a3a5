"""The file in which a mock keeps its state: a snapshot, and the steps that were done since.

It is an SQLite database. One process at a time uses it. A commit survives the end of the process, however it
ends, because what was handed to the operating system does. It is not forced onto the disk with each commit:
that would make every call several times slower, for a mock whose state may well be some seconds old after a
power failure, as long as it is whole; and that the write-ahead log sees to.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hms_mock.errors import ConfigurationError, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

_APPLICATION = int.from_bytes(b"hmsm")
_VERSION = 1
_SCHEMA = """
    CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB NOT NULL);
    CREATE TABLE snapshot (content BLOB NOT NULL);
    CREATE TABLE journal (number INTEGER PRIMARY KEY, step TEXT NOT NULL, outcome TEXT NOT NULL);
"""
_SMALLEST_JOURNAL = 1024 * 1024
"""Bytes. A shorter journal is not worth a new snapshot."""


@dataclass(frozen=True)
class Owner:
    """The mock that a file belongs to.

    Attributes:
        credentials: the secret for each access key.
        seed: where identifiers started.
        program: what tells this version of the mock from others that may do the same steps otherwise.
    """

    credentials: Mapping[str, str]
    seed: int
    program: str


@dataclass(frozen=True)
class Content:
    """What is in a file.

    Attributes:
        snapshot: the state when the journal was begun.
        sends_webhooks: whether there was something to send webhooks with since then.
        steps: what was done since then, each with its outcome.
    """

    snapshot: bytes
    sends_webhooks: bool
    steps: Sequence[tuple[str, str]]


class Database:
    """One file.

    Args:
        path: the file. One that does not exist is made, for nobody else to read.
        owner: the mock that uses it.
    """

    def __init__(self, path: str | os.PathLike[str], owner: Owner) -> None:
        self.path = Path(path)
        self._owner = owner
        self._connection: sqlite3.Connection | None = None
        self._journal_bytes = self._snapshot_bytes = 0

    @property
    def is_open(self) -> bool:
        """Whether the file is in use by this mock."""
        return self._connection is not None

    @property
    def is_long(self) -> bool:
        """Whether the journal is longer than a new snapshot."""
        return self._journal_bytes > self._snapshot_bytes + _SMALLEST_JOURNAL

    def open(self) -> Content | None:
        """Take the file into use.

        Returns:
            What is in it; None for a new one.

        Raises:
            ConfigurationError: it cannot be read or written, another process uses it, it is something else,
                is damaged, or belongs to another version or to other credentials.
        """
        try:
            with contextlib.suppress(FileExistsError):
                # SQLite gives the files that it adds the permissions of this one.
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            connection = sqlite3.connect(self.path, timeout=0, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise ConfigurationError(f"the database {self.path} cannot be opened: {error}") from error
        try:
            content = self._take(connection)
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise ConfigurationError(
                    f"the database {self.path} is in use by another process; "
                    "stop that one, or name another file"
                ) from error
            raise ConfigurationError(f"the database {self.path} cannot be used: {error}") from error
        except (sqlite3.DatabaseError, LookupError, TypeError, ValueError) as error:
            connection.close()
            raise ConfigurationError(
                f"the database {self.path} is damaged, or no database of a mock server: {error}; "
                "delete it to begin anew, or name another file"
            ) from error
        except ConfigurationError:
            connection.close()
            raise
        self._connection = connection
        return content

    def append(self, steps: Sequence[tuple[str, str]]) -> None:
        """Add steps with their outcomes to the journal, all of them or none.

        Raises:
            DatabaseError: they could not be written.
        """
        with self._writing() as connection:
            connection.executemany("INSERT INTO journal (step, outcome) VALUES (?, ?)", steps)
        self._journal_bytes += sum(len(step) for step, _ in steps)

    def begin(self, snapshot: bytes, *, sends_webhooks: bool) -> None:
        """Begin a new journal.

        Args:
            snapshot: the state with which it begins.
            sends_webhooks: whether there is something to send webhooks with.

        Raises:
            DatabaseError: it could not be written; the old one is still there.
        """
        facts = {
            "access_keys": json.dumps(list(self._owner.credentials)),
            "secrets": _digests(self._owner.credentials),
            "seed": self._owner.seed,
            "program": self._owner.program,
            "sends_webhooks": int(sends_webhooks),
        }
        with self._writing() as connection:
            connection.execute("DELETE FROM journal")
            connection.execute("DELETE FROM snapshot")
            connection.execute("INSERT INTO snapshot VALUES (?)", [snapshot])
            connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())
        self._journal_bytes, self._snapshot_bytes = 0, len(snapshot)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _take(self, connection: sqlite3.Connection) -> Content | None:
        # Once taken, the lock is kept until the connection is closed.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        application = _number(connection, "PRAGMA application_id")
        if application != _APPLICATION:
            if application or _number(connection, "SELECT count(*) FROM sqlite_schema"):
                raise ConfigurationError(
                    f"the database {self.path} belongs to another program; name another file"
                )
            self._create(connection)
            return None
        version = _number(connection, "PRAGMA user_version")
        if version != _VERSION:
            raise ConfigurationError(
                f"the database {self.path} has version {version} of its format, and this mock uses "
                f"{_VERSION}; use it with the version of the mock that made it, or delete it to begin anew"
            )
        self._configure(connection)
        if (found := connection.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(found)
        return self._read(connection)

    def _create(self, connection: sqlite3.Connection) -> None:
        self._configure(connection)
        connection.execute("BEGIN IMMEDIATE")
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute("COMMIT")

    def _configure(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        # Reading alone does not take the lock for writing.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")

    def _read(self, connection: sqlite3.Connection) -> Content | None:
        facts: dict[str, Any] = dict(connection.execute("SELECT name, value FROM facts"))
        if not facts:
            # The process ended before its first snapshot was there.
            return None
        steps: list[tuple[str, str]] = connection.execute(
            "SELECT step, outcome FROM journal ORDER BY number"
        ).fetchall()
        self._check_owner(facts, unfinished=bool(steps))
        snapshot: bytes = connection.execute("SELECT content FROM snapshot").fetchone()[0]
        return Content(snapshot, bool(facts["sends_webhooks"]), steps)

    def _check_owner(self, facts: Mapping[str, Any], *, unfinished: bool) -> None:
        keys = json.loads(facts["access_keys"])
        if keys != list(self._owner.credentials):
            raise ConfigurationError(
                f"the database {self.path} was made with the access keys {', '.join(keys)}; "
                "give the same ones in the same order, or name another file"
            )
        if facts["secrets"] != _digests(self._owner.credentials):
            raise ConfigurationError(
                f"the database {self.path} was made with other secrets of the access keys; "
                "give the same ones, or name another file"
            )
        if facts["seed"] != self._owner.seed:
            raise ConfigurationError(
                f"the database {self.path} was made with the seed {facts['seed']}; "
                "give the same one, or name another file"
            )
        if unfinished and facts["program"] != self._owner.program:
            raise ConfigurationError(
                f"the database {self.path} was in use by another version of the mock that was not stopped in "
                "order; start and stop that version once, or delete the file to begin anew"
            )

    @contextlib.contextmanager
    def _writing(self) -> Generator[sqlite3.Connection]:
        connection = self._connection
        if connection is None:
            raise DatabaseError(f"the database {self.path} was closed; start the server again")
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise DatabaseError(f"the database {self.path} cannot be written: {error}") from error


def _number(connection: sqlite3.Connection, query: str) -> int:
    number: int = connection.execute(query).fetchone()[0]
    return number


def _digests(credentials: Mapping[str, str]) -> str:
    """What tells whether secrets are the same, without telling them."""
    return json.dumps(
        [sha256(f"{access_key}\n{secret}".encode()).hexdigest() for access_key, secret in credentials.items()]
    )
