"""A pytest plugin: a mock server for each test, as `hms_mock`, or without a socket as `hms_mock_app`.

    def test_my_app(hms_mock):
        room = my_app.open_room(base_url=hms_mock.url, access_key=hms_mock.access_key, secret=hms_mock.secret)
        hms_mock.control.join(room.id, role="host")

Each is started once in each pytest process, when the first test asks for it, and forgets everything
before each test. Processes of pytest-xdist have their own, so tests do not see each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hms_mock.app import MockApp
    from hms_mock.server import MockServer


# pytest loads this module in every run, also in those that use no mock, so the fixtures import what they
# need.


@pytest.fixture(scope="session")
def hms_mock_server() -> Iterator[MockServer]:
    """The mock server of this pytest process. Tests ask for `hms_mock`, which resets it."""
    from hms_mock.server import MockServer  # noqa: PLC0415

    with MockServer() as server:
        yield server


@pytest.fixture
def hms_mock(hms_mock_server: MockServer) -> MockServer:
    """A mock server as if it had just been started: `url`, `access_key`, `secret` and `control`."""
    hms_mock_server.control.reset()
    return hms_mock_server


@pytest.fixture(scope="session")
def _hms_mock_app() -> MockApp:
    from hms_mock.app import create_app  # noqa: PLC0415

    return create_app()


@pytest.fixture
def hms_mock_app(_hms_mock_app: MockApp) -> MockApp:
    """The mock as an ASGI application that nothing has called yet; its access key is the default one."""
    _hms_mock_app.control.reset()
    return _hms_mock_app
