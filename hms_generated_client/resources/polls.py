"""Polls and AsyncPolls: the operations of one family as methods."""

from __future__ import annotations

import builtins

from ..api.polls import (
    create_poll,
    delete_poll_option,
    delete_poll_question,
    get_poll,
    get_poll_response,
    get_poll_result,
    list_poll_responses,
    list_poll_results,
    list_poll_sessions,
    update_poll,
    update_poll_option,
    update_poll_question,
)
from ..models.create_poll_request import CreatePollRequest
from ..models.poll import Poll
from ..models.poll_answer import PollAnswer
from ..models.poll_attachment import PollAttachment
from ..models.poll_mode import PollMode
from ..models.poll_option import PollOption
from ..models.poll_question import PollQuestion
from ..models.poll_question_type import PollQuestionType
from ..models.poll_response import PollResponse
from ..models.poll_result import PollResult
from ..models.poll_session import PollSession
from ..models.poll_start import PollStart
from ..models.poll_type import PollType
from ..models.update_poll_request import UpdatePollRequest
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class Polls:
    """Polls and quizzes to hold in rooms. Write the questions, link a poll to a room, and read afterwards
    what participants answered and scored.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> PollsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return PollsWithResponse(self._sender)

    def create(
        self,
        *,
        title: str | Unset = UNSET,
        duration: int | Unset = UNSET,
        anonymous: bool | Unset = UNSET,
        mode: PollMode | Unset = UNSET,
        type: PollType | Unset = UNSET,
        start: PollStart | Unset = UNSET,
        questions: builtins.list[PollQuestion] | Unset = UNSET,
    ) -> Poll:
        """Create a poll.

        Creates a poll or quiz with its questions.

        It does not run anywhere yet. Link it to a room with the member `polls` when you create or
        update the room. With `start: auto` it then starts with each session of the room; with `start:
        manual` a participant starts it through a client SDK. Participants need the permission
        `pollRead` in their role to see and answer it, and `pollWrite` to start and stop it.

        No operation adds a single question later. Give all of them here, or send the whole poll once
        more as an update.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#create-polls

        Args:
            title: The title as participants read it.
            duration: How long the poll runs after its start, in seconds. 0: until somebody stops it
                or the session ends. At least 0.
            anonymous: Whether to keep responses without the identifiers of peer and user, so that
                nobody can tell who answered what. Default: False.
            mode: What tells one participant from another: `userid`, the user in your system, who
                stays the same when joining again; or `peerid`, the peer, who does not. Default:
                'userid'.
            type: Whether answers can be right or wrong: `poll` for a survey, `quiz` for questions
                with right answers and a score. Default: 'poll'.
            start: What starts the poll: `auto`, each session of the rooms it is linked to; or
                `manual`, a participant with a client SDK. Default: 'auto'.
            questions: The questions. Number them in `index` from 1 on.

        Returns:
            The poll as it was created, with the server's defaults filled in.

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
        return self._sender.send(
            create_poll.build(
                body=CreatePollRequest(
                    title=title,
                    duration=duration,
                    anonymous=anonymous,
                    mode=mode,
                    type=type,
                    start=start,
                    questions=questions,
                ),
            )
        ).parsed

    def get(
        self,
        poll_id: str,
    ) -> Poll:
        """Retrieve a poll.

        One poll with its questions, their options and their right answers.

        It tells what is asked. What participants answered is in the responses of the poll, and what
        they scored in its results.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-poll

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.

        Returns:
            The poll.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_poll.build(
                poll_id,
            )
        ).parsed

    def update(
        self,
        poll_id: str,
        *,
        title: str | Unset = UNSET,
        duration: int | Unset = UNSET,
        anonymous: bool | Unset = UNSET,
        mode: PollMode | Unset = UNSET,
        type: PollType | Unset = UNSET,
        start: PollStart | Unset = UNSET,
        questions: builtins.list[PollQuestion] | Unset = UNSET,
    ) -> Poll:
        """Update a poll.

        Writes a poll anew: what is sent takes the place of what was there, all questions included.

        So send the poll complete: read it, change it, send it back without its `id`. Nothing is
        documented about members that are left out, and nothing about updates while the poll is running.
        To change one question or option only, use the operations for these.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            title: The title as participants read it.
            duration: How long the poll runs after its start, in seconds. 0: until somebody stops it
                or the session ends. At least 0.
            anonymous: Whether to keep responses without the identifiers of peer and user, so that
                nobody can tell who answered what.
            mode: What tells one participant of a poll from another.

                * `userid`: the user in your system. Somebody who leaves and joins again is still the
                  same participant.
                * `peerid`: the peer. Somebody who joins again is another participant.
            type: Whether answers can be right or wrong.

                * `poll`: a survey. Answers are counted, none is right.
                * `quiz`: questions have right answers, and participants earn a score.
            start: What starts a poll in the rooms it is linked to.

                * `auto`: the start of a session. The poll starts with each session of the room.
                * `manual`: a participant, through a client SDK and with the `id` of the poll.
            questions: All the questions, in place of those that the poll has. Number them in
                `index` from 1 on.

        Returns:
            The poll as it is now.

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
            update_poll.build(
                poll_id,
                body=UpdatePollRequest(
                    title=title,
                    duration=duration,
                    anonymous=anonymous,
                    mode=mode,
                    type=type,
                    start=start,
                    questions=questions,
                ),
            )
        ).parsed

    def update_question(
        self,
        poll_id: str,
        question_id: int,
        *,
        index: int | Unset = UNSET,
        text: str | Unset = UNSET,
        format: str | Unset = UNSET,
        attachment: builtins.list[PollAttachment] | None | Unset = UNSET,
        skippable: bool | Unset = UNSET,
        duration: int | Unset = UNSET,
        once: bool | Unset = UNSET,
        weight: int | Unset = UNSET,
        answer_min_len: int | Unset = UNSET,
        answer_max_len: int | Unset = UNSET,
        type: PollQuestionType | Unset = UNSET,
        answer: PollAnswer | None | Unset = UNSET,
        options: builtins.list[PollOption] | None | Unset = UNSET,
    ) -> PollQuestion:
        """Update a question of a poll.

        Writes one question of a poll anew, with its options and its right answer.

        The number in the path names the question; it is an existing one, since nothing is documented
        about adding a question this way. Send the question complete, as you read it with the poll, and
        with the same `index` as in the path: what becomes of members that are left out, or of another
        `index`, is not documented.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls-question

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
                question moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.
            index: The number of the question, unique in its poll and counted from 1. Responses and
                results name questions by it, and so do the operations that change and delete one.
                Always send it: what the server makes of questions without numbers is not documented. At
                least 1.
            text: The question as participants read it.
            format: The format of `text`. No other than `text` is documented. Default: 'text'.
            attachment: Files that are shown with the question. Left out, no files.
            skippable: Whether participants may pass over the question. Default: True.
            duration: How long the question is shown, in seconds. The samples have 0 where no time
                is set. At least 0.
            once: Whether the first response stands. False lets participants change theirs as long
                as the poll runs. Default: False.
            weight: What the question counts for, compared with the other questions of the poll.
                Default: 1.
            answer_min_len: The shortest response accepted, in characters. For the types
                `short-answer` and `long-answer`. At least 0.
            answer_max_len: The longest response accepted, in characters. For the types
                `short-answer` and `long-answer`. At least 0.
            type: How a question is answered.

                * `single-choice`: by one of its options.
                * `multiple-choice`: by any number of its options.
                * `short-answer`: by a few words.
                * `long-answer`: by a longer text.
            answer: The right answer, which a quiz is scored by. A poll does without.
            options: The options to choose from, for the types `single-choice` and
                `multiple-choice`. Empty, null or left out for the others.

        Returns:
            The question as it is now.

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
            update_poll_question.build(
                poll_id,
                question_id,
                body=PollQuestion(
                    index=index,
                    text=text,
                    format=format,
                    attachment=attachment,
                    skippable=skippable,
                    duration=duration,
                    once=once,
                    weight=weight,
                    answer_min_len=answer_min_len,
                    answer_max_len=answer_max_len,
                    type=type,
                    answer=answer,
                    options=options,
                ),
            )
        ).parsed

    def delete_question(
        self,
        poll_id: str,
        question_id: int,
    ) -> None:
        """Delete a question of a poll.

        Deletes one question of a poll with its options. The questions after it move one place forward:
        question 3 becomes question 2.

        So the same call made twice deletes two questions. If no answer came, read the poll before you
        repeat it, and delete several questions from the last one to the first.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#delete-polls-question

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
                question moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.

        Returns:
            The question was deleted. The answer has no body.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        self._sender.send(
            delete_poll_question.build(
                poll_id,
                question_id,
            )
        )

    def update_option(
        self,
        poll_id: str,
        question_id: int,
        option_id: int,
        *,
        index: int | Unset = UNSET,
        text: str | Unset = UNSET,
        weight: int | Unset = UNSET,
    ) -> PollOption:
        """Update an option of a question.

        Writes one option of a question anew.

        The number in the path names the option; it is an existing one, since nothing is documented
        about adding an option this way. Send the option complete, and with the same `index` as in the
        path: what becomes of members that are left out, or of another `index`, is not documented.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls-option

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
                question moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.
            option_id: Which option of the question, by its `index`: 1 for the first one. Deleting
                an option moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.
            index: The number of the option, unique in its question and counted from 1. Answers name
                options by it, and so do the operations that change and delete one. Always send it: what
                the server makes of options without numbers is not documented. At least 1.
            text: The option as participants read it.
            weight: What choosing this option counts for. How it enters the score is not documented.

        Returns:
            The option as it is now.

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
            update_poll_option.build(
                poll_id,
                question_id,
                option_id,
                body=PollOption(
                    index=index,
                    text=text,
                    weight=weight,
                ),
            )
        ).parsed

    def delete_option(
        self,
        poll_id: str,
        question_id: int,
        option_id: int,
    ) -> None:
        """Delete an option of a question.

        Deletes one option of a question. The options after it move one place forward: option 3 becomes
        option 2. Whether the right answer of a quiz follows them is not documented, so look at it
        afterwards.

        The same call made twice deletes two options. If no answer came, read the poll before you repeat
        it, and delete several options from the last one to the first.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#delete-polls-option

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
                question moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.
            option_id: Which option of the question, by its `index`: 1 for the first one. Deleting
                an option moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.

        Returns:
            The option was deleted. The answer has no body.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        self._sender.send(
            delete_poll_option.build(
                poll_id,
                question_id,
                option_id,
            )
        )

    def list_sessions(
        self,
        poll_id: str,
        *,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[PollSession]:
        """List the sessions of a poll.

        The sessions that a poll ran in, page by page, with how many responses each brought.

        The runs of the poll are in the member `responses` of the answer. `session_id` of a run leads to
        the session: its room, and who took part.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-sessions

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of the runs of the poll.

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
        return self._sender.paginate(
            list_poll_sessions.build(
                poll_id,
                limit=limit,
                start=start,
            ),
            list_poll_sessions.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def list_responses(
        self,
        poll_id: str,
        *,
        all: bool | Unset = UNSET,
        question: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[PollResponse]:
        """List the responses to a poll.

        What participants answered, page by page, one response for each participant and question, from
        all the sessions that the poll ran in. `session_id` of a response tells the session.

        A participant who changed an answer is listed with the last one. With `all` the earlier ones are
        listed too; `original_response` leads from a response to the one it changed.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-responses

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            all: True to list also the responses that were changed later, false for the latest of
                each participant only. Default: False.
            question: Only what belongs to this question, by its `index`. Left out, all questions.
                At least 1.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of responses.

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
        return self._sender.paginate(
            list_poll_responses.build(
                poll_id,
                all=all,
                question=question,
                limit=limit,
                start=start,
            ),
            list_poll_responses.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def get_response(
        self,
        poll_id: str,
        response_id: str,
    ) -> PollResponse:
        """Retrieve a response to a poll.

        One response by itself, for example the earlier one that `original_response` of another names.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-response

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            response_id: Identifies the response, by its `id`. At least 1 characters.

        Returns:
            The response.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_poll_response.build(
                poll_id,
                response_id,
            )
        ).parsed

    def list_results(
        self,
        poll_id: str,
        *,
        question: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[PollResult]:
        """List the results of a poll.

        What participants scored, page by page, one result for each participant and question, from all
        the sessions that the poll ran in. Add up `score` by participant and session for a leaderboard.

        What exactly was answered is in the responses of the poll.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-results

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question: Only what belongs to this question, by its `index`. Left out, all questions.
                At least 1.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of results.

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
        return self._sender.paginate(
            list_poll_results.build(
                poll_id,
                question=question,
                limit=limit,
                start=start,
            ),
            list_poll_results.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def get_result(
        self,
        poll_id: str,
        result_id: str,
    ) -> PollResult:
        """Retrieve a result of a poll.

        One result by itself: what a participant scored with one question.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-result

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            result_id: Identifies the result, by its `id`. At least 1 characters.

        Returns:
            The result.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_poll_result.build(
                poll_id,
                result_id,
            )
        ).parsed


class AsyncPolls:
    """Polls and quizzes to hold in rooms. Write the questions, link a poll to a room, and read afterwards
    what participants answered and scored.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncPollsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncPollsWithResponse(self._sender)

    async def create(
        self,
        *,
        title: str | Unset = UNSET,
        duration: int | Unset = UNSET,
        anonymous: bool | Unset = UNSET,
        mode: PollMode | Unset = UNSET,
        type: PollType | Unset = UNSET,
        start: PollStart | Unset = UNSET,
        questions: builtins.list[PollQuestion] | Unset = UNSET,
    ) -> Poll:
        """Create a poll.

        Creates a poll or quiz with its questions.

        It does not run anywhere yet. Link it to a room with the member `polls` when you create or
        update the room. With `start: auto` it then starts with each session of the room; with `start:
        manual` a participant starts it through a client SDK. Participants need the permission
        `pollRead` in their role to see and answer it, and `pollWrite` to start and stop it.

        No operation adds a single question later. Give all of them here, or send the whole poll once
        more as an update.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#create-polls

        Args:
            title: The title as participants read it.
            duration: How long the poll runs after its start, in seconds. 0: until somebody stops it
                or the session ends. At least 0.
            anonymous: Whether to keep responses without the identifiers of peer and user, so that
                nobody can tell who answered what. Default: False.
            mode: What tells one participant from another: `userid`, the user in your system, who
                stays the same when joining again; or `peerid`, the peer, who does not. Default:
                'userid'.
            type: Whether answers can be right or wrong: `poll` for a survey, `quiz` for questions
                with right answers and a score. Default: 'poll'.
            start: What starts the poll: `auto`, each session of the rooms it is linked to; or
                `manual`, a participant with a client SDK. Default: 'auto'.
            questions: The questions. Number them in `index` from 1 on.

        Returns:
            The poll as it was created, with the server's defaults filled in.

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
        return (
            await self._sender.send(
                create_poll.build(
                    body=CreatePollRequest(
                        title=title,
                        duration=duration,
                        anonymous=anonymous,
                        mode=mode,
                        type=type,
                        start=start,
                        questions=questions,
                    ),
                )
            )
        ).parsed

    async def get(
        self,
        poll_id: str,
    ) -> Poll:
        """Retrieve a poll.

        One poll with its questions, their options and their right answers.

        It tells what is asked. What participants answered is in the responses of the poll, and what
        they scored in its results.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-poll

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.

        Returns:
            The poll.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                get_poll.build(
                    poll_id,
                )
            )
        ).parsed

    async def update(
        self,
        poll_id: str,
        *,
        title: str | Unset = UNSET,
        duration: int | Unset = UNSET,
        anonymous: bool | Unset = UNSET,
        mode: PollMode | Unset = UNSET,
        type: PollType | Unset = UNSET,
        start: PollStart | Unset = UNSET,
        questions: builtins.list[PollQuestion] | Unset = UNSET,
    ) -> Poll:
        """Update a poll.

        Writes a poll anew: what is sent takes the place of what was there, all questions included.

        So send the poll complete: read it, change it, send it back without its `id`. Nothing is
        documented about members that are left out, and nothing about updates while the poll is running.
        To change one question or option only, use the operations for these.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            title: The title as participants read it.
            duration: How long the poll runs after its start, in seconds. 0: until somebody stops it
                or the session ends. At least 0.
            anonymous: Whether to keep responses without the identifiers of peer and user, so that
                nobody can tell who answered what.
            mode: What tells one participant of a poll from another.

                * `userid`: the user in your system. Somebody who leaves and joins again is still the
                  same participant.
                * `peerid`: the peer. Somebody who joins again is another participant.
            type: Whether answers can be right or wrong.

                * `poll`: a survey. Answers are counted, none is right.
                * `quiz`: questions have right answers, and participants earn a score.
            start: What starts a poll in the rooms it is linked to.

                * `auto`: the start of a session. The poll starts with each session of the room.
                * `manual`: a participant, through a client SDK and with the `id` of the poll.
            questions: All the questions, in place of those that the poll has. Number them in
                `index` from 1 on.

        Returns:
            The poll as it is now.

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
                update_poll.build(
                    poll_id,
                    body=UpdatePollRequest(
                        title=title,
                        duration=duration,
                        anonymous=anonymous,
                        mode=mode,
                        type=type,
                        start=start,
                        questions=questions,
                    ),
                )
            )
        ).parsed

    async def update_question(
        self,
        poll_id: str,
        question_id: int,
        *,
        index: int | Unset = UNSET,
        text: str | Unset = UNSET,
        format: str | Unset = UNSET,
        attachment: builtins.list[PollAttachment] | None | Unset = UNSET,
        skippable: bool | Unset = UNSET,
        duration: int | Unset = UNSET,
        once: bool | Unset = UNSET,
        weight: int | Unset = UNSET,
        answer_min_len: int | Unset = UNSET,
        answer_max_len: int | Unset = UNSET,
        type: PollQuestionType | Unset = UNSET,
        answer: PollAnswer | None | Unset = UNSET,
        options: builtins.list[PollOption] | None | Unset = UNSET,
    ) -> PollQuestion:
        """Update a question of a poll.

        Writes one question of a poll anew, with its options and its right answer.

        The number in the path names the question; it is an existing one, since nothing is documented
        about adding a question this way. Send the question complete, as you read it with the poll, and
        with the same `index` as in the path: what becomes of members that are left out, or of another
        `index`, is not documented.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls-question

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
                question moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.
            index: The number of the question, unique in its poll and counted from 1. Responses and
                results name questions by it, and so do the operations that change and delete one.
                Always send it: what the server makes of questions without numbers is not documented. At
                least 1.
            text: The question as participants read it.
            format: The format of `text`. No other than `text` is documented. Default: 'text'.
            attachment: Files that are shown with the question. Left out, no files.
            skippable: Whether participants may pass over the question. Default: True.
            duration: How long the question is shown, in seconds. The samples have 0 where no time
                is set. At least 0.
            once: Whether the first response stands. False lets participants change theirs as long
                as the poll runs. Default: False.
            weight: What the question counts for, compared with the other questions of the poll.
                Default: 1.
            answer_min_len: The shortest response accepted, in characters. For the types
                `short-answer` and `long-answer`. At least 0.
            answer_max_len: The longest response accepted, in characters. For the types
                `short-answer` and `long-answer`. At least 0.
            type: How a question is answered.

                * `single-choice`: by one of its options.
                * `multiple-choice`: by any number of its options.
                * `short-answer`: by a few words.
                * `long-answer`: by a longer text.
            answer: The right answer, which a quiz is scored by. A poll does without.
            options: The options to choose from, for the types `single-choice` and
                `multiple-choice`. Empty, null or left out for the others.

        Returns:
            The question as it is now.

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
                update_poll_question.build(
                    poll_id,
                    question_id,
                    body=PollQuestion(
                        index=index,
                        text=text,
                        format=format,
                        attachment=attachment,
                        skippable=skippable,
                        duration=duration,
                        once=once,
                        weight=weight,
                        answer_min_len=answer_min_len,
                        answer_max_len=answer_max_len,
                        type=type,
                        answer=answer,
                        options=options,
                    ),
                )
            )
        ).parsed

    async def delete_question(
        self,
        poll_id: str,
        question_id: int,
    ) -> None:
        """Delete a question of a poll.

        Deletes one question of a poll with its options. The questions after it move one place forward:
        question 3 becomes question 2.

        So the same call made twice deletes two questions. If no answer came, read the poll before you
        repeat it, and delete several questions from the last one to the first.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#delete-polls-question

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
                question moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.

        Returns:
            The question was deleted. The answer has no body.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        await self._sender.send(
            delete_poll_question.build(
                poll_id,
                question_id,
            )
        )

    async def update_option(
        self,
        poll_id: str,
        question_id: int,
        option_id: int,
        *,
        index: int | Unset = UNSET,
        text: str | Unset = UNSET,
        weight: int | Unset = UNSET,
    ) -> PollOption:
        """Update an option of a question.

        Writes one option of a question anew.

        The number in the path names the option; it is an existing one, since nothing is documented
        about adding an option this way. Send the option complete, and with the same `index` as in the
        path: what becomes of members that are left out, or of another `index`, is not documented.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls-option

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
                question moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.
            option_id: Which option of the question, by its `index`: 1 for the first one. Deleting
                an option moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.
            index: The number of the option, unique in its question and counted from 1. Answers name
                options by it, and so do the operations that change and delete one. Always send it: what
                the server makes of options without numbers is not documented. At least 1.
            text: The option as participants read it.
            weight: What choosing this option counts for. How it enters the score is not documented.

        Returns:
            The option as it is now.

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
                update_poll_option.build(
                    poll_id,
                    question_id,
                    option_id,
                    body=PollOption(
                        index=index,
                        text=text,
                        weight=weight,
                    ),
                )
            )
        ).parsed

    async def delete_option(
        self,
        poll_id: str,
        question_id: int,
        option_id: int,
    ) -> None:
        """Delete an option of a question.

        Deletes one option of a question. The options after it move one place forward: option 3 becomes
        option 2. Whether the right answer of a quiz follows them is not documented, so look at it
        afterwards.

        The same call made twice deletes two options. If no answer came, read the poll before you repeat
        it, and delete several options from the last one to the first.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#delete-polls-option

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
                question moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.
            option_id: Which option of the question, by its `index`: 1 for the first one. Deleting
                an option moves those after it one place forward, so read the poll again before you rely
                on a number. At least 1.

        Returns:
            The option was deleted. The answer has no body.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        await self._sender.send(
            delete_poll_option.build(
                poll_id,
                question_id,
                option_id,
            )
        )

    def list_sessions(
        self,
        poll_id: str,
        *,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[PollSession]:
        """List the sessions of a poll.

        The sessions that a poll ran in, page by page, with how many responses each brought.

        The runs of the poll are in the member `responses` of the answer. `session_id` of a run leads to
        the session: its room, and who took part.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-sessions

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of the runs of the poll.

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
        return self._sender.paginate(
            list_poll_sessions.build(
                poll_id,
                limit=limit,
                start=start,
            ),
            list_poll_sessions.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def list_responses(
        self,
        poll_id: str,
        *,
        all: bool | Unset = UNSET,
        question: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[PollResponse]:
        """List the responses to a poll.

        What participants answered, page by page, one response for each participant and question, from
        all the sessions that the poll ran in. `session_id` of a response tells the session.

        A participant who changed an answer is listed with the last one. With `all` the earlier ones are
        listed too; `original_response` leads from a response to the one it changed.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-responses

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            all: True to list also the responses that were changed later, false for the latest of
                each participant only. Default: False.
            question: Only what belongs to this question, by its `index`. Left out, all questions.
                At least 1.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of responses.

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
        return self._sender.paginate(
            list_poll_responses.build(
                poll_id,
                all=all,
                question=question,
                limit=limit,
                start=start,
            ),
            list_poll_responses.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def get_response(
        self,
        poll_id: str,
        response_id: str,
    ) -> PollResponse:
        """Retrieve a response to a poll.

        One response by itself, for example the earlier one that `original_response` of another names.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-response

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            response_id: Identifies the response, by its `id`. At least 1 characters.

        Returns:
            The response.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                get_poll_response.build(
                    poll_id,
                    response_id,
                )
            )
        ).parsed

    def list_results(
        self,
        poll_id: str,
        *,
        question: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[PollResult]:
        """List the results of a poll.

        What participants scored, page by page, one result for each participant and question, from all
        the sessions that the poll ran in. Add up `score` by participant and session for a leaderboard.

        What exactly was answered is in the responses of the poll.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-results

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            question: Only what belongs to this question, by its `index`. Left out, all questions.
                At least 1.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of results.

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
        return self._sender.paginate(
            list_poll_results.build(
                poll_id,
                question=question,
                limit=limit,
                start=start,
            ),
            list_poll_results.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def get_result(
        self,
        poll_id: str,
        result_id: str,
    ) -> PollResult:
        """Retrieve a result of a poll.

        One result by itself: what a participant scored with one question.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-result

        Args:
            poll_id: Identifies the poll, by its `id`. At least 1 characters.
            result_id: Identifies the result, by its `id`. At least 1 characters.

        Returns:
            The result.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                get_poll_result.build(
                    poll_id,
                    result_id,
                )
            )
        ).parsed


class PollsWithResponse:
    """The methods of `Polls` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def create(
        self,
        *,
        title: str | Unset = UNSET,
        duration: int | Unset = UNSET,
        anonymous: bool | Unset = UNSET,
        mode: PollMode | Unset = UNSET,
        type: PollType | Unset = UNSET,
        start: PollStart | Unset = UNSET,
        questions: builtins.list[PollQuestion] | Unset = UNSET,
    ) -> Response[Poll]:
        """Like `Polls.create`, returning the whole response."""
        return self._sender.send(
            create_poll.build(
                body=CreatePollRequest(
                    title=title,
                    duration=duration,
                    anonymous=anonymous,
                    mode=mode,
                    type=type,
                    start=start,
                    questions=questions,
                ),
            )
        )

    def get(
        self,
        poll_id: str,
    ) -> Response[Poll]:
        """Like `Polls.get`, returning the whole response."""
        return self._sender.send(
            get_poll.build(
                poll_id,
            )
        )

    def update(
        self,
        poll_id: str,
        *,
        title: str | Unset = UNSET,
        duration: int | Unset = UNSET,
        anonymous: bool | Unset = UNSET,
        mode: PollMode | Unset = UNSET,
        type: PollType | Unset = UNSET,
        start: PollStart | Unset = UNSET,
        questions: builtins.list[PollQuestion] | Unset = UNSET,
    ) -> Response[Poll]:
        """Like `Polls.update`, returning the whole response."""
        return self._sender.send(
            update_poll.build(
                poll_id,
                body=UpdatePollRequest(
                    title=title,
                    duration=duration,
                    anonymous=anonymous,
                    mode=mode,
                    type=type,
                    start=start,
                    questions=questions,
                ),
            )
        )

    def update_question(
        self,
        poll_id: str,
        question_id: int,
        *,
        index: int | Unset = UNSET,
        text: str | Unset = UNSET,
        format: str | Unset = UNSET,
        attachment: builtins.list[PollAttachment] | None | Unset = UNSET,
        skippable: bool | Unset = UNSET,
        duration: int | Unset = UNSET,
        once: bool | Unset = UNSET,
        weight: int | Unset = UNSET,
        answer_min_len: int | Unset = UNSET,
        answer_max_len: int | Unset = UNSET,
        type: PollQuestionType | Unset = UNSET,
        answer: PollAnswer | None | Unset = UNSET,
        options: builtins.list[PollOption] | None | Unset = UNSET,
    ) -> Response[PollQuestion]:
        """Like `Polls.update_question`, returning the whole response."""
        return self._sender.send(
            update_poll_question.build(
                poll_id,
                question_id,
                body=PollQuestion(
                    index=index,
                    text=text,
                    format=format,
                    attachment=attachment,
                    skippable=skippable,
                    duration=duration,
                    once=once,
                    weight=weight,
                    answer_min_len=answer_min_len,
                    answer_max_len=answer_max_len,
                    type=type,
                    answer=answer,
                    options=options,
                ),
            )
        )

    def delete_question(
        self,
        poll_id: str,
        question_id: int,
    ) -> Response[None]:
        """Like `Polls.delete_question`, returning the whole response."""
        return self._sender.send(
            delete_poll_question.build(
                poll_id,
                question_id,
            )
        )

    def update_option(
        self,
        poll_id: str,
        question_id: int,
        option_id: int,
        *,
        index: int | Unset = UNSET,
        text: str | Unset = UNSET,
        weight: int | Unset = UNSET,
    ) -> Response[PollOption]:
        """Like `Polls.update_option`, returning the whole response."""
        return self._sender.send(
            update_poll_option.build(
                poll_id,
                question_id,
                option_id,
                body=PollOption(
                    index=index,
                    text=text,
                    weight=weight,
                ),
            )
        )

    def delete_option(
        self,
        poll_id: str,
        question_id: int,
        option_id: int,
    ) -> Response[None]:
        """Like `Polls.delete_option`, returning the whole response."""
        return self._sender.send(
            delete_poll_option.build(
                poll_id,
                question_id,
                option_id,
            )
        )

    def get_response(
        self,
        poll_id: str,
        response_id: str,
    ) -> Response[PollResponse]:
        """Like `Polls.get_response`, returning the whole response."""
        return self._sender.send(
            get_poll_response.build(
                poll_id,
                response_id,
            )
        )

    def get_result(
        self,
        poll_id: str,
        result_id: str,
    ) -> Response[PollResult]:
        """Like `Polls.get_result`, returning the whole response."""
        return self._sender.send(
            get_poll_result.build(
                poll_id,
                result_id,
            )
        )


class AsyncPollsWithResponse:
    """The methods of `AsyncPolls` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def create(
        self,
        *,
        title: str | Unset = UNSET,
        duration: int | Unset = UNSET,
        anonymous: bool | Unset = UNSET,
        mode: PollMode | Unset = UNSET,
        type: PollType | Unset = UNSET,
        start: PollStart | Unset = UNSET,
        questions: builtins.list[PollQuestion] | Unset = UNSET,
    ) -> Response[Poll]:
        """Like `AsyncPolls.create`, returning the whole response."""
        return await self._sender.send(
            create_poll.build(
                body=CreatePollRequest(
                    title=title,
                    duration=duration,
                    anonymous=anonymous,
                    mode=mode,
                    type=type,
                    start=start,
                    questions=questions,
                ),
            )
        )

    async def get(
        self,
        poll_id: str,
    ) -> Response[Poll]:
        """Like `AsyncPolls.get`, returning the whole response."""
        return await self._sender.send(
            get_poll.build(
                poll_id,
            )
        )

    async def update(
        self,
        poll_id: str,
        *,
        title: str | Unset = UNSET,
        duration: int | Unset = UNSET,
        anonymous: bool | Unset = UNSET,
        mode: PollMode | Unset = UNSET,
        type: PollType | Unset = UNSET,
        start: PollStart | Unset = UNSET,
        questions: builtins.list[PollQuestion] | Unset = UNSET,
    ) -> Response[Poll]:
        """Like `AsyncPolls.update`, returning the whole response."""
        return await self._sender.send(
            update_poll.build(
                poll_id,
                body=UpdatePollRequest(
                    title=title,
                    duration=duration,
                    anonymous=anonymous,
                    mode=mode,
                    type=type,
                    start=start,
                    questions=questions,
                ),
            )
        )

    async def update_question(
        self,
        poll_id: str,
        question_id: int,
        *,
        index: int | Unset = UNSET,
        text: str | Unset = UNSET,
        format: str | Unset = UNSET,
        attachment: builtins.list[PollAttachment] | None | Unset = UNSET,
        skippable: bool | Unset = UNSET,
        duration: int | Unset = UNSET,
        once: bool | Unset = UNSET,
        weight: int | Unset = UNSET,
        answer_min_len: int | Unset = UNSET,
        answer_max_len: int | Unset = UNSET,
        type: PollQuestionType | Unset = UNSET,
        answer: PollAnswer | None | Unset = UNSET,
        options: builtins.list[PollOption] | None | Unset = UNSET,
    ) -> Response[PollQuestion]:
        """Like `AsyncPolls.update_question`, returning the whole response."""
        return await self._sender.send(
            update_poll_question.build(
                poll_id,
                question_id,
                body=PollQuestion(
                    index=index,
                    text=text,
                    format=format,
                    attachment=attachment,
                    skippable=skippable,
                    duration=duration,
                    once=once,
                    weight=weight,
                    answer_min_len=answer_min_len,
                    answer_max_len=answer_max_len,
                    type=type,
                    answer=answer,
                    options=options,
                ),
            )
        )

    async def delete_question(
        self,
        poll_id: str,
        question_id: int,
    ) -> Response[None]:
        """Like `AsyncPolls.delete_question`, returning the whole response."""
        return await self._sender.send(
            delete_poll_question.build(
                poll_id,
                question_id,
            )
        )

    async def update_option(
        self,
        poll_id: str,
        question_id: int,
        option_id: int,
        *,
        index: int | Unset = UNSET,
        text: str | Unset = UNSET,
        weight: int | Unset = UNSET,
    ) -> Response[PollOption]:
        """Like `AsyncPolls.update_option`, returning the whole response."""
        return await self._sender.send(
            update_poll_option.build(
                poll_id,
                question_id,
                option_id,
                body=PollOption(
                    index=index,
                    text=text,
                    weight=weight,
                ),
            )
        )

    async def delete_option(
        self,
        poll_id: str,
        question_id: int,
        option_id: int,
    ) -> Response[None]:
        """Like `AsyncPolls.delete_option`, returning the whole response."""
        return await self._sender.send(
            delete_poll_option.build(
                poll_id,
                question_id,
                option_id,
            )
        )

    async def get_response(
        self,
        poll_id: str,
        response_id: str,
    ) -> Response[PollResponse]:
        """Like `AsyncPolls.get_response`, returning the whole response."""
        return await self._sender.send(
            get_poll_response.build(
                poll_id,
                response_id,
            )
        )

    async def get_result(
        self,
        poll_id: str,
        result_id: str,
    ) -> Response[PollResult]:
        """Like `AsyncPolls.get_result`, returning the whole response."""
        return await self._sender.send(
            get_poll_result.build(
                poll_id,
                result_id,
            )
        )
