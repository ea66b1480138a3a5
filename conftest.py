"""Runs the examples of the README and of docs/ as tests, against the mock server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

if TYPE_CHECKING:
    from hms_mock import MockServer


@pytest.fixture
def credentials_of_the_mock(hms_mock_server: MockServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment that the examples take their credentials from."""
    monkeypatch.setenv("HMS_BASE_URL", hms_mock_server.url)
    monkeypatch.setenv("HMS_ACCESS_KEY", hms_mock_server.access_key)
    monkeypatch.setenv("HMS_SECRET", hms_mock_server.secret)


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    patterns=["README.md", "docs/*.md"],
    fixtures=["credentials_of_the_mock", "hms_mock_server"],
).pytest()
