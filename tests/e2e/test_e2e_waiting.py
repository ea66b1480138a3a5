"""Waiting for recordings, streams and replays, while time passes on the mock server only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import hms
from hms_generated_client.models import JobStatus, WebhookReplay

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from hms_mock import MockServer

    from .conftest import Connect

pytestmark = pytest.mark.anyio

KINDS = ["recordings", "live_streams", "external_streams"]


class MockTime:
    """The timer and the sleep of a client whose waits let the time of the mock server pass."""

    def __init__(self, server: MockServer) -> None:
        self._server = server
        self._now = 0.0

    def __call__(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> MockTime:
        self._now += seconds
        self._server.control.advance(seconds, tokens=False)
        self._server.control.deliver_webhooks()
        return self

    def __await__(self) -> Generator[None]:
        return iter(())  # type: ignore[return-value]


@pytest.fixture
def client(connect: Connect, hms_mock: MockServer) -> Any:
    time = MockTime(hms_mock)
    return connect(timer=time, sleep=time.sleep)


async def start(client: Any, kind: str) -> Any:
    room = await client.rooms.create(name="physics")
    urls = {"rtmp_urls": ["rtmp://live.test/app/key"]} if kind == "external_streams" else {}
    return await getattr(client, kind).start(room.id, **urls)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_job_is_waited_for_from_its_start_to_its_end(client: Any, kind: str) -> None:
    jobs = getattr(client, kind)
    started = await start(client, kind)
    assert started.status == JobStatus.STARTING
    running = await jobs.wait(started.id, until=JobStatus.RUNNING)
    assert (running.id, running.status) == (started.id, JobStatus.RUNNING)

    await jobs.stop(started.id)
    seen: list[str] = []
    over = await jobs.wait(started.id, on_poll=lambda job: seen.append(job.status))
    assert over == await jobs.get(started.id)
    assert over.status == JobStatus.COMPLETED
    assert seen[0] == "stopping"
    assert seen[-1] == "completed"
    if kind == "recordings":
        assert "post_processing" in seen
        assert {asset.status for asset in over.recording_assets} == {"completed"}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_state_that_has_passed_is_not_waited_for(
    client: Any, hms_mock: MockServer, kind: str
) -> None:
    started = await start(client, kind)
    hms_mock.control.finish_job(started.id)
    jobs = getattr(client, kind)
    assert (await jobs.wait(started.id, until=JobStatus.RUNNING)).status == JobStatus.COMPLETED


@pytest.mark.parametrize("kind", KINDS)
async def test_a_job_that_fails_raises(client: Any, hms_mock: MockServer, kind: str) -> None:
    started = await start(client, kind)
    hms_mock.control.fail_job(started.id)
    with pytest.raises(hms.JobFailedError, match="it is `failed`, not `completed`") as caught:
        await getattr(client, kind).wait(started.id)
    assert (caught.value.last.id, caught.value.state) == (started.id, "failed")


async def test_a_recording_that_nobody_stops_is_not_over_in_time(client: Any) -> None:
    started = await start(client, "recordings")
    with pytest.raises(
        hms.WaitTimeoutError, match="it is `running`, not `completed` at the end of the 30 s"
    ) as caught:
        await client.recordings.wait(started.id, timeout=30)
    assert caught.value.last.status == JobStatus.RUNNING
    assert 20 < caught.value.elapsed <= 30


async def test_what_does_not_exist_is_not_waited_for(client: Any, hms_mock: MockServer) -> None:
    with pytest.raises(hms.NotFoundError):
        await client.recordings.wait("000000000000000000000000")
    assert len(hms_mock.control.requests()) == 1


@pytest.mark.undocumented_answers
async def test_a_wait_outlives_a_bad_moment(client: Any, hms_mock: MockServer) -> None:
    started = await start(client, "recordings")
    hms_mock.control.fail(503, times=2)
    patient = client.with_options(retries=2)
    assert (await patient.recordings.wait(started.id, until=JobStatus.RUNNING)).status == JobStatus.RUNNING


async def outage(client: Any, server: MockServer) -> Any:
    """A replay of what could not be delivered while the endpoint was down."""
    server.control.set_webhook("https://app.example.com/hooks", {})
    server.control.set_webhook_sender(lambda *_: 500)
    room = await client.rooms.create(name="physics")
    server.control.join(room.id, role="guest")
    server.control.advance(60, tokens=False)
    server.control.deliver_webhooks()
    return await client.analytics.replay_webhook_events()


async def test_a_replay_is_waited_for(client: Any, hms_mock: MockServer) -> None:
    started = await outage(client, hms_mock)
    bodies: list[bytes] = []

    def take(_url: str, _headers: Mapping[str, str], body: bytes) -> int:
        bodies.append(body)
        return 200

    hms_mock.control.set_webhook_sender(take)
    seen: list[WebhookReplay] = []
    replay = await client.analytics.wait_for_webhook_replay(started.workflow_id, on_poll=seen.append)
    assert seen[0].status == "Running"
    assert (replay.status, replay.result.completed, replay.result.failed) == ("completed", len(bodies), 0)
    assert bodies


async def test_a_replay_of_which_nothing_arrives_raises(client: Any, hms_mock: MockServer) -> None:
    started = await outage(client, hms_mock)
    with pytest.raises(hms.JobFailedError) as caught:
        await client.analytics.wait_for_webhook_replay(started.workflow_id)
    assert caught.value.last.result.completed == 0
