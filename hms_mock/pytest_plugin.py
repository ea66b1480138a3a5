"""A pytest plugin with the fixture `hms_mock`: a mock server for each test.

    def test_my_app(hms_mock):
        room = my_app.open_room(base_url=hms_mock.url, access_key=hms_mock.access_key, secret=hms_mock.secret)
        hms_mock.control.join(room.id, role="host")

The server is started once in each pytest process, when the first test asks for it, and forgets everything
before each test. Processes of pytest-xdist have servers of their own, so tests do not see each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hms_mock.server import MockServer


@pytest.fixture(scope="session")
def hms_mock_server() -> Iterator[MockServer]:
    """The mock server of this pytest process. Tests ask for `hms_mock`, which resets it."""
    # pytest loads this module in every run, also in those that never start a server.
    from hms_mock.server import MockServer  # noqa: PLC0415

    with MockServer() as server:
        yield server


@pytest.fixture
def hms_mock(hms_mock_server: MockServer) -> MockServer:
    """A mock server as if it had just been started: `url`, `access_key`, `secret` and `control`."""
    hms_mock_server.control.reset()
    return hms_mock_server
