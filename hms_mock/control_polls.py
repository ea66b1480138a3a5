"""What tests do with polls: start and stop them in a room, and answer them as a peer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock import polling, presence, timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hms_mock.model.polls import Poll, PollRun
    from hms_mock.model.sessions import Peer, Session
    from hms_mock.state import State, Workspace

Json = dict[str, Any]


class PollControl:
    """The part of `hms_mock.control.Control` that is about polls."""

    _state: State

    def start_poll(self, room_id: str, poll_id: str, *, peer_id: str | None = None) -> Json:
        """Start a poll in the running session of a room, as a participant would.

        Args:
            room_id: the room. It need not be linked to the poll.
            poll_id: the poll.
            peer_id: who starts it; its role needs the permission `pollWrite`. Left out: nobody in particular,
                and no permission is asked for.

        Returns:
            The run of the poll as `listPollSessions` shows it.

        Raises:
            ApiError: 403, the poll runs in the session already or the permission is missing; 404, there is no
                such room, poll or connected peer, or the room has no running session.
        """
        return self._run(polling.start, room_id, poll_id, peer_id)

    def stop_poll(self, room_id: str, poll_id: str, *, peer_id: str | None = None) -> Json:
        """Stop a poll in the running session of a room.

        Args:
            room_id: the room.
            poll_id: the poll.
            peer_id: who stops it; its role needs the permission `pollWrite`. Left out: nobody in particular,
                and no permission is asked for.

        Returns:
            The run of the poll as `listPollSessions` shows it.

        Raises:
            ApiError: 403, the poll does not run in the session or the permission is missing; 404, there is no
                such room, poll or connected peer, or the room has no running session.
        """
        return self._run(polling.stop, room_id, poll_id, peer_id)

    def answer_poll(
        self,
        poll_id: str,
        peer_id: str,
        question: int,
        *,
        option: int | None = None,
        options: Sequence[int] | None = None,
        text: str | None = None,
        skipped: bool = False,
        duration: int | None = None,
        retries: int = 0,
    ) -> Json:
        """Let a peer answer a question of a poll that runs in its session, or change its answer.

        Give the one of `option`, `options` and `text` that the type of the question asks for, or `skipped`.

        Args:
            poll_id: the poll.
            peer_id: who answers; its role needs the permission `pollRead`.
            question: the question, by its `index`.
            option: the chosen option by its `index`, for the type `single-choice`.
            options: the chosen options by their `index`, for `multiple-choice`.
            text: the words, for `short-answer` and `long-answer`.
            skipped: pass over the question.
            duration: how many milliseconds the peer took. Left out: those since the poll was started.
            retries: how often the peer tried again.

        Returns:
            The response as `getPollResponse` shows it.

        Raises:
            ApiError: 400, the answer does not fit the question; 403, the poll does not run in the peer's
                session, its earlier response stands, or the permission is missing; 404, there is no such
                poll, question or connected peer.
        """
        given = polling.Answer(option=option, options=options, text=text, skipped=skipped)
        with self._state.lock:
            timeline.settle(self._state)
            workspace, session, peer = presence.find_peer(self._state, peer_id)
            return polling.answer(
                self._state,
                workspace,
                session,
                workspace.poll(poll_id),
                peer,
                number=question,
                given=given,
                duration=duration,
                retries=retries,
            ).to_json()

    def _run(
        self,
        act: Callable[[State, Workspace, Session, Poll, Peer | None], PollRun],
        room_id: str,
        poll_id: str,
        peer_id: str | None,
    ) -> Json:
        with self._state.lock:
            timeline.settle(self._state)
            workspace = self._state.workspace_of_room(room_id)
            session = presence.running_session(workspace, room_id)
            poll = workspace.poll(poll_id)
            peer = None if peer_id is None else presence.connected_peer(workspace, room_id, peer_id)
            run = act(self._state, workspace, session, poll, peer)
            return run.to_json(session, self._state.clock.now(), poll.responses.values())
