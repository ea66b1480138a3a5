"""A page of the console in Chromium. Whatever it asks elsewhere for, and every logged error, fails a test."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import sync_playwright

from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET, MockServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

OTHER_ACCESS_KEY = "another-access-key"
NAMES = ["chromium", "chromium-browser", "google-chrome"]
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    chromium = next(filter(None, map(shutil.which, names)), None)
    if chromium is None:
        pytest.exit(f"no Chromium: none of {', '.join(names)}; set CHROMIUM= to one", returncode=1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def server() -> Iterator[MockServer]:
    credentials = {DEFAULT_ACCESS_KEY: DEFAULT_SECRET, OTHER_ACCESS_KEY: DEFAULT_SECRET[::-1]}
    with MockServer(credentials=credentials) as server:
        yield server


@pytest.fixture
def api(server: MockServer) -> Iterator[httpx.Client]:
    """A backend that uses the mock while the page is open."""
    headers = {"Authorization": f"Bearer {server.control.management_token()['token']}"}
    with httpx.Client(base_url=server.url, headers=headers) as client:
        yield client


@pytest.fixture
def problems() -> list[str]:
    """What went wrong in a page: requests to elsewhere, logged errors, violated policies, exceptions.

    A test that provokes some takes them out.
    """
    return []


@pytest.fixture
def new_page(browser: Browser, server: MockServer, problems: list[str]) -> Iterator[Callable[..., Page]]:
    """Open a page: `new_page(viewport=..., color_scheme=...)`."""
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        here = urlsplit(server.url).netloc

        def look_at(url: str) -> None:
            if urlsplit(url).netloc not in {here, ""}:
                problems.append(f"asked for {url}")

        context.on("request", lambda request: look_at(request.url))
        context.on(
            "console", lambda message: problems.append(message.text) if message.type == "error" else None
        )
        context.on("weberror", lambda error: problems.append(str(error.error)))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def page(new_page: Callable[..., Page], server: MockServer) -> Page:
    """The console of the server."""
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(server.console_url)
    page.get_by_text("Live", exact=True).wait_for()
    return page
