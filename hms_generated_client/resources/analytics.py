"""Analytics and AsyncAnalytics: the operations of one family as methods."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Callable

from ..api.analytics import (
    get_peer_stats,
    get_webhook_replay,
    list_analytics_events,
    list_webhook_events,
    replay_webhook_events,
)
from ..models.analytics_event import AnalyticsEvent
from ..models.analytics_event_type import AnalyticsEventType
from ..models.peer_stats import PeerStats
from ..models.replay_webhook_events_request import ReplayWebhookEventsRequest
from ..models.started_webhook_replay import StartedWebhookReplay
from ..models.webhook_delivery import WebhookDelivery
from ..models.webhook_delivery_status import WebhookDeliveryStatus
from ..models.webhook_event_name import WebhookEventName
from ..models.webhook_replay import WebhookReplay
from ..models.webhook_replay_status import WebhookReplayStatus
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class Analytics:
    """What happened in rooms within the last 30 days, and how well it went: events of tracks, recordings
    and errors, the delivery of webhooks and its repetition, and the connection quality of peers.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AnalyticsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AnalyticsWithResponse(self._sender)

    def list_events(
        self,
        *,
        room_id: str,
        type: builtins.list[AnalyticsEventType] | Unset = UNSET,
        session_id: str | Unset = UNSET,
        peer_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        beam_id: str | Unset = UNSET,
        error: bool | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[AnalyticsEvent]:
        """List events of a room.

        What happened in a room within the last 30 days, page by page: tracks that were added, muted,
        unmuted and removed, browser recordings, and errors of clients. Filters can be combined; an
        event must pass them all.

        The members of `data` depend on `type`. To learn for how long a peer was unmuted, take the
        events of one `track_id` in the order of their `timestamp`, and add up the times from each event
        with `mute` false to the next one with `mute` true or the track's removal.

        The pages are a snapshot taken at the first query: events that come later are not in them, and
        the cursor `next` expires after 24 hours.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/overview

        Args:
            room_id: The room whose events to list. At least 1 characters.
            type: Only events of these types, one or several; in the URL the parameter is repeated
                for each. Left out, events of all types.
            session_id: Only events of this session.
            peer_id: Only events of this peer.
            user_id: Only events of peers who have this `user_id` in your system. Other than
                `peer_id`, it stays the same when somebody leaves and comes back.
            beam_id: Only the recording by this run of the recording browser. Of use with the type
                `beam.recording.success` alone.
            error: True for error events only. Default: False.
            limit: How many events a page holds at most. Default: 10. From 1 to 100.
            start: Where the page begins: the value of `next` from the answer before. Left out: the
                first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of events.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            list_analytics_events.build(
                room_id=room_id,
                type=type,
                session_id=session_id,
                peer_id=peer_id,
                user_id=user_id,
                beam_id=beam_id,
                error=error,
                limit=limit,
                start=start,
            ),
            list_analytics_events.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def list_webhook_events(
        self,
        *,
        start_time: datetime.datetime | Unset = UNSET,
        end_time: datetime.datetime | Unset = UNSET,
        room_id: str | Unset = UNSET,
        status: WebhookDeliveryStatus | Unset = UNSET,
        event_names: builtins.list[WebhookEventName] | Unset = UNSET,
        limit: int | Unset = UNSET,
        page: int | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[WebhookDelivery]:
        """List webhook deliveries.

        The webhooks that were sent to your endpoint, whether or not they arrived, page by page. Use it
        to find out when and why deliveries failed, then replay them.

        Looks at the last 24 hours unless told otherwise; a range of time begins within the last 30 days
        and spans 14 days at most. Filters can be combined; a webhook must pass them all.

        Pages are numbered. While `pagination.has_next` is true, ask for the `page` of the next number.
        Name `end_time` when walking over several pages: without it the range goes on to the present, so
        what comes in meanwhile can shift the pages.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/list-webhook-events

        Args:
            start_time: Where the range of time begins. Not more than 30 days ago. Left out: 24
                hours ago.
            end_time: Where the range of time ends. After `start_time`, by 14 days at most. Left
                out: now.
            room_id: Only webhooks about this room. Left out, those of all rooms.
            status: Only webhooks whose delivery ended this way. Default: 'all'.
            event_names: Only webhooks of these types, one or several; in the URL the parameter is
                repeated for each. Left out, those of all types.
            limit: How many deliveries a page holds at most. Default: 50. From 1 to 100.
            page: The number of the page. The first page is 1. Default: 1. At least 1.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of deliveries.

        Raises:
            hms.BadRequestError: The request is wrong as it stands. Most often the range of time is:
                it begins more than 30 days ago, or is longer than 14 days.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.RateLimitError: There were too many requests. `message` ends with the number of
                seconds to wait before the next one; the limit itself is not documented.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            list_webhook_events.build(
                start_time=start_time,
                end_time=end_time,
                room_id=room_id,
                status=status,
                event_names=event_names,
                limit=limit,
                page=page,
            ),
            list_webhook_events.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def replay_webhook_events(
        self,
        *,
        start_time: datetime.datetime | Unset = UNSET,
        end_time: datetime.datetime | Unset = UNSET,
        room_id: str | Unset = UNSET,
        event_names: builtins.list[WebhookEventName] | Unset = UNSET,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        status: WebhookDeliveryStatus | Unset = UNSET,
    ) -> StartedWebhookReplay:
        """Replay webhooks.

        Sends webhooks to your endpoint again: after an outage those that failed, or, to process events
        once more, any of those that pass the filters. `{}` replays what failed in the last 24 hours.

        The replay runs in the background, at 10 webhooks per second, so 50000 of them, the most that
        one replay sends, take about an hour and a half. Each carries `is_replay: true`. Make sure that
        your endpoint can take them, and that it does no harm to receive an event twice.

        While a replay runs, asking for one with identical filters starts no other: the answer names the
        running one, with the status `already_running`. Once it is over, the same request starts a new
        replay.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events

        Args:
            start_time: Where the range of time begins. Not more than 30 days ago. Left out: 24
                hours ago.
            end_time: Where the range of time ends. After `start_time`, by 14 days at most. Left
                out: now.
            room_id: Only webhooks about this room. Left out, those of all rooms.
            event_names: Only webhooks of these types. Left out, those of all types. Answers call it
                `event_types`.
            limit: How many webhooks to send at most. Default: 50000. From 1 to 50000.
            offset: How many of the webhooks to skip. To replay more than 50000 of them, call again
                with 50000, 100000 and so on, each time when the replay before is over. Default: 0. At
                least 0.
            status: Only webhooks whose delivery ended this way. Left out, the failed ones, which is
                what recovering from an outage takes; `all` and `success` send webhooks again that did
                arrive. Default: 'failed'.

        Returns:
            The replay, started or already running.

        Raises:
            hms.BadRequestError: The request is wrong as it stands. Most often the range of time is:
                it begins more than 30 days ago, or is longer than 14 days.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.RateLimitError: There were too many requests. `message` ends with the number of
                seconds to wait before the next one; the limit itself is not documented.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            replay_webhook_events.build(
                body=ReplayWebhookEventsRequest(
                    start_time=start_time,
                    end_time=end_time,
                    room_id=room_id,
                    event_names=event_names,
                    limit=limit,
                    offset=offset,
                    status=status,
                ),
            )
        ).parsed

    def get_webhook_replay(
        self,
        workflow_id: str,
    ) -> WebhookReplay:
        """Retrieve a replay of webhooks.

        How far a replay is and, once it is over, how many webhooks arrived and which did not.

        A replay is over when its status is anything but `Running`. Judge its success by the figure
        `failed` in `result`, not by the status alone.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events

        Args:
            workflow_id: Identifies the replay, by the `workflow_id` from the answer that started
                it. At least 1 characters.

        Returns:
            The replay.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such replay.
            hms.RateLimitError: There were too many requests. `message` ends with the number of
                seconds to wait before the next one; the limit itself is not documented.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_webhook_replay.build(
                workflow_id,
            )
        ).parsed

    def wait_for_webhook_replay(
        self,
        workflow_id: str,
        *,
        until: WebhookReplayStatus | None = None,
        timeout: float = 5400,
        on_poll: Callable[[WebhookReplay], object] | None = None,
    ) -> WebhookReplay:
        """Wait until a replay of webhooks is over.

        A replay that is over may have failed in part: see the figure `failed` in its `result`. Ten
        webhooks are sent in a second, so the largest replay of 50,000 takes about 83 minutes, for which
        the default of `timeout` is enough.

        It is read at once, and then after pauses that grow, each time as `get_webhook_replay` reads it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events

        Args:
            workflow_id: Identifies the replay, by the `workflow_id` from the answer that started
                it. At least 1 characters.
            until: The state to wait for: `Running` or `completed`, `completed_with_failures`. It
                need not be seen: any state after it will do. Default: `completed` or
                `completed_with_failures`.
            timeout: Seconds to wait at most; `math.inf` for no limit. Default: 5400.
            on_poll: Called with each answer, for example to show progress.

        Returns:
            The replay.

        Raises:
            hms.JobFailedError: It is `failed` or `Canceled` or `Terminated`; the error has the last
                answer.
            hms.WaitTimeoutError: It has not come so far in time; the error has the last answer.
            ValueError: `until` is no state to wait for, or `timeout` is not above 0.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such replay.
            hms.RateLimitError: There were too many requests. `message` ends with the number of
                seconds to wait before the next one; the limit itself is not documented.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.wait(
            get_webhook_replay.build(
                workflow_id,
            ),
            get_webhook_replay.WAITING,
            until=until,
            timeout=timeout,
            on_poll=on_poll,
        )

    def get_peer_stats(
        self,
        *,
        peer_id: str,
        session_id: str,
    ) -> PeerStats:
        """Retrieve the quality statistics of a peer.

        How well a peer's audio and video went through during a session: bit rate, packet loss, frames
        per second, round-trip time and more, as series of measurements for every track that the peer
        sent or received. Use it to find out why a call was bad.

        The statistics are there once the session has ended, not while it runs. Lists are empty where
        there is no data.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/peer-quality-stats

        Args:
            peer_id: The peer. The peers of a session are in its `peers`. At least 1 characters.
            session_id: The session that the peer took part in, over by now. At least 1 characters.

        Returns:
            The statistics of the peer.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_peer_stats.build(
                peer_id=peer_id,
                session_id=session_id,
            )
        ).parsed


class AsyncAnalytics:
    """What happened in rooms within the last 30 days, and how well it went: events of tracks, recordings
    and errors, the delivery of webhooks and its repetition, and the connection quality of peers.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncAnalyticsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncAnalyticsWithResponse(self._sender)

    def list_events(
        self,
        *,
        room_id: str,
        type: builtins.list[AnalyticsEventType] | Unset = UNSET,
        session_id: str | Unset = UNSET,
        peer_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        beam_id: str | Unset = UNSET,
        error: bool | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[AnalyticsEvent]:
        """List events of a room.

        What happened in a room within the last 30 days, page by page: tracks that were added, muted,
        unmuted and removed, browser recordings, and errors of clients. Filters can be combined; an
        event must pass them all.

        The members of `data` depend on `type`. To learn for how long a peer was unmuted, take the
        events of one `track_id` in the order of their `timestamp`, and add up the times from each event
        with `mute` false to the next one with `mute` true or the track's removal.

        The pages are a snapshot taken at the first query: events that come later are not in them, and
        the cursor `next` expires after 24 hours.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/overview

        Args:
            room_id: The room whose events to list. At least 1 characters.
            type: Only events of these types, one or several; in the URL the parameter is repeated
                for each. Left out, events of all types.
            session_id: Only events of this session.
            peer_id: Only events of this peer.
            user_id: Only events of peers who have this `user_id` in your system. Other than
                `peer_id`, it stays the same when somebody leaves and comes back.
            beam_id: Only the recording by this run of the recording browser. Of use with the type
                `beam.recording.success` alone.
            error: True for error events only. Default: False.
            limit: How many events a page holds at most. Default: 10. From 1 to 100.
            start: Where the page begins: the value of `next` from the answer before. Left out: the
                first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of events.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            list_analytics_events.build(
                room_id=room_id,
                type=type,
                session_id=session_id,
                peer_id=peer_id,
                user_id=user_id,
                beam_id=beam_id,
                error=error,
                limit=limit,
                start=start,
            ),
            list_analytics_events.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def list_webhook_events(
        self,
        *,
        start_time: datetime.datetime | Unset = UNSET,
        end_time: datetime.datetime | Unset = UNSET,
        room_id: str | Unset = UNSET,
        status: WebhookDeliveryStatus | Unset = UNSET,
        event_names: builtins.list[WebhookEventName] | Unset = UNSET,
        limit: int | Unset = UNSET,
        page: int | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[WebhookDelivery]:
        """List webhook deliveries.

        The webhooks that were sent to your endpoint, whether or not they arrived, page by page. Use it
        to find out when and why deliveries failed, then replay them.

        Looks at the last 24 hours unless told otherwise; a range of time begins within the last 30 days
        and spans 14 days at most. Filters can be combined; a webhook must pass them all.

        Pages are numbered. While `pagination.has_next` is true, ask for the `page` of the next number.
        Name `end_time` when walking over several pages: without it the range goes on to the present, so
        what comes in meanwhile can shift the pages.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/list-webhook-events

        Args:
            start_time: Where the range of time begins. Not more than 30 days ago. Left out: 24
                hours ago.
            end_time: Where the range of time ends. After `start_time`, by 14 days at most. Left
                out: now.
            room_id: Only webhooks about this room. Left out, those of all rooms.
            status: Only webhooks whose delivery ended this way. Default: 'all'.
            event_names: Only webhooks of these types, one or several; in the URL the parameter is
                repeated for each. Left out, those of all types.
            limit: How many deliveries a page holds at most. Default: 50. From 1 to 100.
            page: The number of the page. The first page is 1. Default: 1. At least 1.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of deliveries.

        Raises:
            hms.BadRequestError: The request is wrong as it stands. Most often the range of time is:
                it begins more than 30 days ago, or is longer than 14 days.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.RateLimitError: There were too many requests. `message` ends with the number of
                seconds to wait before the next one; the limit itself is not documented.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            list_webhook_events.build(
                start_time=start_time,
                end_time=end_time,
                room_id=room_id,
                status=status,
                event_names=event_names,
                limit=limit,
                page=page,
            ),
            list_webhook_events.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def replay_webhook_events(
        self,
        *,
        start_time: datetime.datetime | Unset = UNSET,
        end_time: datetime.datetime | Unset = UNSET,
        room_id: str | Unset = UNSET,
        event_names: builtins.list[WebhookEventName] | Unset = UNSET,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        status: WebhookDeliveryStatus | Unset = UNSET,
    ) -> StartedWebhookReplay:
        """Replay webhooks.

        Sends webhooks to your endpoint again: after an outage those that failed, or, to process events
        once more, any of those that pass the filters. `{}` replays what failed in the last 24 hours.

        The replay runs in the background, at 10 webhooks per second, so 50000 of them, the most that
        one replay sends, take about an hour and a half. Each carries `is_replay: true`. Make sure that
        your endpoint can take them, and that it does no harm to receive an event twice.

        While a replay runs, asking for one with identical filters starts no other: the answer names the
        running one, with the status `already_running`. Once it is over, the same request starts a new
        replay.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events

        Args:
            start_time: Where the range of time begins. Not more than 30 days ago. Left out: 24
                hours ago.
            end_time: Where the range of time ends. After `start_time`, by 14 days at most. Left
                out: now.
            room_id: Only webhooks about this room. Left out, those of all rooms.
            event_names: Only webhooks of these types. Left out, those of all types. Answers call it
                `event_types`.
            limit: How many webhooks to send at most. Default: 50000. From 1 to 50000.
            offset: How many of the webhooks to skip. To replay more than 50000 of them, call again
                with 50000, 100000 and so on, each time when the replay before is over. Default: 0. At
                least 0.
            status: Only webhooks whose delivery ended this way. Left out, the failed ones, which is
                what recovering from an outage takes; `all` and `success` send webhooks again that did
                arrive. Default: 'failed'.

        Returns:
            The replay, started or already running.

        Raises:
            hms.BadRequestError: The request is wrong as it stands. Most often the range of time is:
                it begins more than 30 days ago, or is longer than 14 days.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.RateLimitError: There were too many requests. `message` ends with the number of
                seconds to wait before the next one; the limit itself is not documented.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                replay_webhook_events.build(
                    body=ReplayWebhookEventsRequest(
                        start_time=start_time,
                        end_time=end_time,
                        room_id=room_id,
                        event_names=event_names,
                        limit=limit,
                        offset=offset,
                        status=status,
                    ),
                )
            )
        ).parsed

    async def get_webhook_replay(
        self,
        workflow_id: str,
    ) -> WebhookReplay:
        """Retrieve a replay of webhooks.

        How far a replay is and, once it is over, how many webhooks arrived and which did not.

        A replay is over when its status is anything but `Running`. Judge its success by the figure
        `failed` in `result`, not by the status alone.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events

        Args:
            workflow_id: Identifies the replay, by the `workflow_id` from the answer that started
                it. At least 1 characters.

        Returns:
            The replay.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such replay.
            hms.RateLimitError: There were too many requests. `message` ends with the number of
                seconds to wait before the next one; the limit itself is not documented.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                get_webhook_replay.build(
                    workflow_id,
                )
            )
        ).parsed

    async def wait_for_webhook_replay(
        self,
        workflow_id: str,
        *,
        until: WebhookReplayStatus | None = None,
        timeout: float = 5400,
        on_poll: Callable[[WebhookReplay], object] | None = None,
    ) -> WebhookReplay:
        """Wait until a replay of webhooks is over.

        A replay that is over may have failed in part: see the figure `failed` in its `result`. Ten
        webhooks are sent in a second, so the largest replay of 50,000 takes about 83 minutes, for which
        the default of `timeout` is enough.

        It is read at once, and then after pauses that grow, each time as `get_webhook_replay` reads it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/replay-webhook-events

        Args:
            workflow_id: Identifies the replay, by the `workflow_id` from the answer that started
                it. At least 1 characters.
            until: The state to wait for: `Running` or `completed`, `completed_with_failures`. It
                need not be seen: any state after it will do. Default: `completed` or
                `completed_with_failures`.
            timeout: Seconds to wait at most; `math.inf` for no limit. Default: 5400.
            on_poll: Called with each answer, for example to show progress.

        Returns:
            The replay.

        Raises:
            hms.JobFailedError: It is `failed` or `Canceled` or `Terminated`; the error has the last
                answer.
            hms.WaitTimeoutError: It has not come so far in time; the error has the last answer.
            ValueError: `until` is no state to wait for, or `timeout` is not above 0.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such replay.
            hms.RateLimitError: There were too many requests. `message` ends with the number of
                seconds to wait before the next one; the limit itself is not documented.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return await self._sender.wait(
            get_webhook_replay.build(
                workflow_id,
            ),
            get_webhook_replay.WAITING,
            until=until,
            timeout=timeout,
            on_poll=on_poll,
        )

    async def get_peer_stats(
        self,
        *,
        peer_id: str,
        session_id: str,
    ) -> PeerStats:
        """Retrieve the quality statistics of a peer.

        How well a peer's audio and video went through during a session: bit rate, packet loss, frames
        per second, round-trip time and more, as series of measurements for every track that the peer
        sent or received. Use it to find out why a call was bad.

        The statistics are there once the session has ended, not while it runs. Lists are empty where
        there is no data.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/analytics/peer-quality-stats

        Args:
            peer_id: The peer. The peers of a session are in its `peers`. At least 1 characters.
            session_id: The session that the peer took part in, over by now. At least 1 characters.

        Returns:
            The statistics of the peer.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                get_peer_stats.build(
                    peer_id=peer_id,
                    session_id=session_id,
                )
            )
        ).parsed


class AnalyticsWithResponse:
    """The methods of `Analytics` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def replay_webhook_events(
        self,
        *,
        start_time: datetime.datetime | Unset = UNSET,
        end_time: datetime.datetime | Unset = UNSET,
        room_id: str | Unset = UNSET,
        event_names: builtins.list[WebhookEventName] | Unset = UNSET,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        status: WebhookDeliveryStatus | Unset = UNSET,
    ) -> Response[StartedWebhookReplay]:
        """Like `Analytics.replay_webhook_events`, returning the whole response."""
        return self._sender.send(
            replay_webhook_events.build(
                body=ReplayWebhookEventsRequest(
                    start_time=start_time,
                    end_time=end_time,
                    room_id=room_id,
                    event_names=event_names,
                    limit=limit,
                    offset=offset,
                    status=status,
                ),
            )
        )

    def get_webhook_replay(
        self,
        workflow_id: str,
    ) -> Response[WebhookReplay]:
        """Like `Analytics.get_webhook_replay`, returning the whole response."""
        return self._sender.send(
            get_webhook_replay.build(
                workflow_id,
            )
        )

    def get_peer_stats(
        self,
        *,
        peer_id: str,
        session_id: str,
    ) -> Response[PeerStats]:
        """Like `Analytics.get_peer_stats`, returning the whole response."""
        return self._sender.send(
            get_peer_stats.build(
                peer_id=peer_id,
                session_id=session_id,
            )
        )


class AsyncAnalyticsWithResponse:
    """The methods of `AsyncAnalytics` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def replay_webhook_events(
        self,
        *,
        start_time: datetime.datetime | Unset = UNSET,
        end_time: datetime.datetime | Unset = UNSET,
        room_id: str | Unset = UNSET,
        event_names: builtins.list[WebhookEventName] | Unset = UNSET,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        status: WebhookDeliveryStatus | Unset = UNSET,
    ) -> Response[StartedWebhookReplay]:
        """Like `AsyncAnalytics.replay_webhook_events`, returning the whole response."""
        return await self._sender.send(
            replay_webhook_events.build(
                body=ReplayWebhookEventsRequest(
                    start_time=start_time,
                    end_time=end_time,
                    room_id=room_id,
                    event_names=event_names,
                    limit=limit,
                    offset=offset,
                    status=status,
                ),
            )
        )

    async def get_webhook_replay(
        self,
        workflow_id: str,
    ) -> Response[WebhookReplay]:
        """Like `AsyncAnalytics.get_webhook_replay`, returning the whole response."""
        return await self._sender.send(
            get_webhook_replay.build(
                workflow_id,
            )
        )

    async def get_peer_stats(
        self,
        *,
        peer_id: str,
        session_id: str,
    ) -> Response[PeerStats]:
        """Like `AsyncAnalytics.get_peer_stats`, returning the whole response."""
        return await self._sender.send(
            get_peer_stats.build(
                peer_id=peer_id,
                session_id=session_id,
            )
        )
