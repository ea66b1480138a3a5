from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hms_mock.clock import Clock, format_milliseconds, format_nanoseconds, milliseconds, parse_timestamp

MOMENTS = st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds it


@settings(derandomize=True, deadline=None)
@given(MOMENTS)
def test_what_is_written_can_be_read(moment: Any) -> None:
    assert parse_timestamp(format_nanoseconds(moment)) == moment
    assert parse_timestamp(format_milliseconds(moment)) == milliseconds(moment)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-06-15T15:06:40Z", datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC)),
        ("2025-06-15t15:06:40.5z", datetime(2025, 6, 15, 15, 6, 40, 500000, tzinfo=UTC)),
        ("2025-06-15T15:06:40.123456789Z", datetime(2025, 6, 15, 15, 6, 40, 123456, tzinfo=UTC)),
        ("2025-06-15T20:36:40+05:30", datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC)),
        ("2025-06-15T13:06:40-02:00", datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC)),
        ("2016-12-31T23:59:60Z", datetime(2016, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)),
        ("0000-06-01T00:00:00Z", datetime.min.replace(tzinfo=UTC)),
        ("0001-01-01T00:00:00+23:59", datetime.min.replace(tzinfo=UTC)),
        ("9999-12-31T23:59:59-23:59", datetime.max.replace(tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", datetime(1, 1, 1, tzinfo=UTC)),
    ],
)
def test_timestamps_of_all_kinds(text: Any, expected: Any) -> None:
    assert parse_timestamp(text) == expected


@pytest.mark.parametrize(
    "text", ["", "2025-06-15", "2025-06-15T15:06Z", "2025-06-15T15:06:40", "2025-13-01T00:00:00Z"]
)
def test_no_timestamps(text: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_timestamp(text)


def test_the_clock_follows_its_source_and_its_advance() -> None:
    now = [1000.0]
    clock = Clock(lambda: now[0])
    assert clock.now() == datetime.fromtimestamp(1000, UTC)
    clock.advance(60)
    now[0] = 1001.0
    assert clock.now() == datetime.fromtimestamp(1061, UTC)
    assert clock.token_now() == 1061
    clock.advance(10, tokens=False)
    assert (clock.offset, clock.token_offset) == (70, 60)
    clock.reset()
    assert clock.now() == datetime.fromtimestamp(1001, UTC)


def test_the_clock_is_real_by_default() -> None:
    assert abs(Clock().now() - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf"), 1e12])
def test_advances_that_lead_nowhere(seconds: Any) -> None:
    clock = Clock(lambda: 0.0)
    with pytest.raises(ValueError, match="seconds must be zero or more"):
        clock.advance(seconds)
    assert clock.offset == 0
