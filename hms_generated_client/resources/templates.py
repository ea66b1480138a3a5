"""Templates and AsyncTemplates: the operations of one family as methods."""

from __future__ import annotations

import builtins
from typing import Any

from ..api.templates import (
    create_template,
    delete_template_role,
    get_template,
    get_template_destinations,
    get_template_recordings,
    get_template_role,
    get_template_settings,
    list_templates,
    update_template,
    update_template_destinations,
    update_template_recordings,
    update_template_settings,
    upsert_template_role,
)
from ..models.browser_recording_destination import BrowserRecordingDestination
from ..models.create_template_request import CreateTemplateRequest
from ..models.hls_destination import HlsDestination
from ..models.permissions import Permissions
from ..models.publish_params import PublishParams
from ..models.recording_config import RecordingConfig
from ..models.recording_settings import RecordingSettings
from ..models.region import Region
from ..models.role import Role
from ..models.room_state_settings import RoomStateSettings
from ..models.rtmp_destination import RtmpDestination
from ..models.subscribe_params import SubscribeParams
from ..models.template import Template
from ..models.template_destinations import TemplateDestinations
from ..models.template_plugins import TemplatePlugins
from ..models.template_settings import TemplateSettings
from ..models.transcription_destination import TranscriptionDestination
from ..models.update_template_request import UpdateTemplateRequest
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class Templates:
    """Settings that rooms share: roles with their permissions, what they publish and subscribe to, the
    default region, recording and streaming destinations.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> TemplatesWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return TemplatesWithResponse(self._sender)

    def list(
        self,
        *,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[Template]:
        """List templates.

        Gives all templates of the workspace, page by page, each in full.

        `last` in the answer names the last template of the page. Send it as `start` to get the page
        after it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/list-templates

        Args:
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of templates.

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
            list_templates.build(
                limit=limit,
                start=start,
            ),
            list_templates.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def create(
        self,
        *,
        name: str | Unset = UNSET,
        roles: dict[str, Role] | Unset = UNSET,
        settings: TemplateSettings | Unset = UNSET,
        destinations: TemplateDestinations | Unset = UNSET,
        plugins: TemplatePlugins | Unset = UNSET,
    ) -> Template:
        """Create a template.

        Creates a template, or overwrites the one that has the name sent.

        Every member can be left out. The short way to a template: send the roles as empty objects, so
        that the server fills in its defaults, and then change single roles with `upsertTemplateRole`.
        Note that an existing template of the same name is overwritten without warning, all of it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/create-template-via-api

        Args:
            name: Name of the template, unique in the workspace: letters `a-z` and `A-Z`, digits,
                space, hyphen, dot, underscore and colon. The name of an existing template overwrites
                that template. Left out: the server generates one.
            roles: The roles of the template, by role name. An empty object as a role takes the
                server's defaults, and so does every member left out of a role.
            settings: Settings that hold for all roles of a template, and for the rooms made from
                it.
            destinations: Where the audio and video of rooms can go beside their peers: live
                streams, RTMP servers, transcripts. Every kind is a map from the name of a destination
                to its configuration. An empty object means that no destination is configured.
            plugins: Who may use the whiteboard and the captions of a room.

        Returns:
            The template as it was created, with the server's defaults filled in.

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
            create_template.build(
                body=CreateTemplateRequest(
                    name=name,
                    roles=roles,
                    settings=settings,
                    destinations=destinations,
                    plugins=plugins,
                ),
            )
        ).parsed

    def get(
        self,
        template_id: str,
    ) -> Template:
        """Read a template.

        Gives one template in full: its roles, settings, destinations and plugins.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-a-template

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.

        Returns:
            The template.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_template.build(
                template_id,
            )
        ).parsed

    def update(
        self,
        template_id: str,
        *,
        name: str | Unset = UNSET,
        roles: dict[str, Role],
        settings: TemplateSettings,
        destinations: TemplateDestinations | Unset = UNSET,
        plugins: TemplatePlugins | Unset = UNSET,
    ) -> Template:
        """Update a template.

        Overwrites a template with the one sent. All members are overwritten: roles and destinations
        that are not in the body are gone.

        Work in three steps: read the template with `getTemplate`, change what you want changed, and
        send the whole of it back. To change a single role, the settings or the destinations alone, use
        the operations for them. The change reaches a running room when its peers join again or its
        session starts anew.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-a-template

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            name: New name of the template: letters `a-z` and `A-Z`, digits, space, hyphen, dot,
                underscore and colon. The name of another existing template is refused. Left out: the
                template keeps its name.
            roles: All the roles that the template shall have, by role name, each complete. They
                take the place of the roles it has now.
            settings: Settings that hold for all roles of a template, and for the rooms made from
                it.
            destinations: Where the audio and video of rooms can go beside their peers: live
                streams, RTMP servers, transcripts. Every kind is a map from the name of a destination
                to its configuration. An empty object means that no destination is configured.
            plugins: Who may use the whiteboard and the captions of a room.

        Returns:
            The template as it is now. `createdAt` and `updatedAt` can be the zero date
            `0001-01-01T00:00:00Z` here.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.ConflictError: The new name is that of another template, or of another role of the
                template. The documentation speaks of an overwrite error without naming its status, so
                be ready for 400 as well.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            update_template.build(
                template_id,
                body=UpdateTemplateRequest(
                    name=name,
                    roles=roles,
                    settings=settings,
                    destinations=destinations,
                    plugins=plugins,
                ),
            )
        ).parsed

    def get_role(
        self,
        template_id: str,
        role_name: str,
    ) -> Role:
        """Read a role.

        Gives one role of a template, found by its name.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-a-role

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            role_name: The name of a role of the template, as in the keys of its map `roles`. At
                least 1 characters.

        Returns:
            The role.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_template_role.build(
                template_id,
                role_name,
            )
        ).parsed

    def upsert_role(
        self,
        template_id: str,
        role_name: str,
        *,
        name: str | Unset = UNSET,
        publish_params: PublishParams | Unset = UNSET,
        subscribe_params: SubscribeParams | Unset = UNSET,
        permissions: Permissions | Unset = UNSET,
        priority: int | Unset = UNSET,
        max_peer_count: int | Unset = UNSET,
    ) -> Role:
        """Create or update a role.

        Creates the role named in the path, or changes it when the template already has it.

        A `name` in the body that differs from the one in the path renames the role; the name of another
        role of the template is refused. To change a role, send it complete, as you read it with
        `getTemplateRole`: whether members left out are kept is not documented. An empty object creates
        a role with the server's defaults.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/create-update-role

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            role_name: The name of a role of the template, as in the keys of its map `roles`. At
                least 1 characters.
            name: Name of the role, unique in its template. Client tokens and `subscribeToRoles`
                refer to it. In a template it equals the key of the role in the map `roles`; sent to the
                operation that creates or updates one role, a name other than that of the path renames
                the role.
            publish_params: Which tracks a role may publish, and in what quality.
            subscribe_params: Whose tracks peers with a role receive, and in what quality.
            permissions: What peers with a role may do beside publishing and subscribing. The server
                leaves some permissions that are false out of its answers.
            priority: Order in which roles lose quality on a poor network, from 1 (highest priority,
                degraded last) to 5 (lowest, degraded first). From 1 to 5.
            max_peer_count: How many peers can be in a session with this role at the same time. 0,
                the default, sets no limit; -1 lets nobody join with this role. Default: 0. At least -1.

        Returns:
            The role as it is now, with the server's defaults filled in.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.ConflictError: The new name is that of another template, or of another role of the
                template. The documentation speaks of an overwrite error without naming its status, so
                be ready for 400 as well.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            upsert_template_role.build(
                template_id,
                role_name,
                body=Role(
                    name=name,
                    publish_params=publish_params,
                    subscribe_params=subscribe_params,
                    permissions=permissions,
                    priority=priority,
                    max_peer_count=max_peer_count,
                ),
            )
        ).parsed

    def delete_role(
        self,
        template_id: str,
        role_name: str,
    ) -> None:
        """Delete a role.

        Deletes one role of a template. Deleting it once more answers 404, as for a role that never was.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/delete-a-role

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            role_name: The name of a role of the template, as in the keys of its map `roles`. At
                least 1 characters.

        Returns:
            The role was deleted. The answer has no body.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        self._sender.send(
            delete_template_role.build(
                template_id,
                role_name,
            )
        )

    def get_settings(
        self,
        template_id: str,
    ) -> TemplateSettings:
        """Read the settings of a template.

        Gives the settings of a template alone: region, storage of recordings, room state.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-settings

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.

        Returns:
            The settings.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_template_settings.build(
                template_id,
            )
        ).parsed

    def update_settings(
        self,
        template_id: str,
        *,
        region: Region | Unset = UNSET,
        recording: RecordingSettings | None | Unset = UNSET,
        room_state: RoomStateSettings | Unset = UNSET,
        retry: dict[str, Any] | Unset = UNSET,
    ) -> TemplateSettings:
        """Update the settings of a template.

        Changes the settings of a template; its roles and destinations stay as they are.

        Send the settings complete, as you read them with `getTemplateSettings`: whether members left
        out are kept is not documented.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-settings

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            region: Where the media servers of a call stand. Participants have the shortest delay
                when it is near to them.

                * `eu`: European Union.
                * `in`: India.
                * `us`: United States.
                * `auto`: left to 100ms. A room takes the region of its template; a template has it
                  chosen automatically.
            recording: Where recordings are stored. Null when nothing is set: recordings are then
                kept in the storage of 100ms.
            room_state: Whether and how often the state of a room (how many peers, and who) is sent
                to people who have not joined it yet, so that an app can show a preview screen. Only
                roles with the permission `sendRoomState` receive it.
            retry: Settings of retries. The documentation shows the object, always empty, and
                describes no members of it; send back what you read.

        Returns:
            The settings as they are now. The secret of the bucket can come back as `secret` in place of
            `secretKey`.

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
            update_template_settings.build(
                template_id,
                body=TemplateSettings(
                    region=region,
                    recording=recording,
                    room_state=room_state,
                    retry=retry,
                ),
            )
        ).parsed

    def get_destinations(
        self,
        template_id: str,
    ) -> TemplateDestinations:
        """Read the destinations of a template.

        Gives the destinations of a template alone: RTMP streams, live streams over HLS, transcriptions.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-destinations

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.

        Returns:
            The destinations; an empty object when there are none.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_template_destinations.build(
                template_id,
            )
        ).parsed

    def update_destinations(
        self,
        template_id: str,
        *,
        browser_recordings: dict[str, BrowserRecordingDestination] | Unset = UNSET,
        rtmp_destinations: dict[str, RtmpDestination] | Unset = UNSET,
        hls_destinations: dict[str, HlsDestination] | Unset = UNSET,
        transcriptions: dict[str, TranscriptionDestination] | Unset = UNSET,
    ) -> TemplateDestinations:
        """Update the destinations of a template.

        Changes the destinations of a template; its roles and settings stay as they are.

        Send the destinations complete, as you read them with `getTemplateDestinations`: whether those
        left out are kept is not documented. Configure recordings with `updateTemplateRecordings`, not
        with the deprecated `browserRecordings`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-destinations

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            browser_recordings: Recordings through the browser of a bot, by name. Use the recordings
                configuration of the template instead (`compositeRecording.browserComposite`).
                Deprecated.
            rtmp_destinations: Streams to platforms that take RTMP (YouTube, Twitch, Facebook, Mux
                and others), by name.
            hls_destinations: Live streams over HLS, by name.
            transcriptions: Transcription of recordings, captions of live streams and of calls, by
                name. Transcripts of recordings need a configured recording as well, whose role
                subscribes to the roles to be transcribed.

        Returns:
            The destinations as they are now.

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
            update_template_destinations.build(
                template_id,
                body=TemplateDestinations(
                    browser_recordings=browser_recordings,
                    rtmp_destinations=rtmp_destinations,
                    hls_destinations=hls_destinations,
                    transcriptions=transcriptions,
                ),
            )
        ).parsed

    def get_recordings(
        self,
        template_id: str,
    ) -> builtins.list[RecordingConfig]:
        """Read the recordings configuration of a template.

        Gives how rooms of a template are recorded. The answer is a list with one configuration at most.
        Flags that are false are left out of it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/configure-recordings

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.

        Returns:
            The recordings configuration.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_template_recordings.build(
                template_id,
            )
        ).parsed

    def update_recordings(
        self,
        template_id: str,
        *,
        recordings: builtins.list[RecordingConfig],
    ) -> builtins.list[RecordingConfig]:
        """Update the recordings configuration of a template.

        Sets how rooms of a template are recorded: by a browser or the media server in one picture
        (composite), track by track, or peer by peer (stream).

        The body is a list that can hold one configuration at present. It replaces the deprecated
        members `settings.recording.enabled` and `destinations.browserRecordings` of the template. Where
        recordings are stored stays with `settings.recording.upload`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/configure-recordings

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            recordings: The complete recordings configuration, a list of one object.

        Returns:
            The recordings configuration as it is now, without the flags that are false.

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
            update_template_recordings.build(
                template_id,
                body=recordings,
            )
        ).parsed


class AsyncTemplates:
    """Settings that rooms share: roles with their permissions, what they publish and subscribe to, the
    default region, recording and streaming destinations.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncTemplatesWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncTemplatesWithResponse(self._sender)

    def list(
        self,
        *,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[Template]:
        """List templates.

        Gives all templates of the workspace, page by page, each in full.

        `last` in the answer names the last template of the page. Send it as `start` to get the page
        after it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/list-templates

        Args:
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of templates.

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
            list_templates.build(
                limit=limit,
                start=start,
            ),
            list_templates.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def create(
        self,
        *,
        name: str | Unset = UNSET,
        roles: dict[str, Role] | Unset = UNSET,
        settings: TemplateSettings | Unset = UNSET,
        destinations: TemplateDestinations | Unset = UNSET,
        plugins: TemplatePlugins | Unset = UNSET,
    ) -> Template:
        """Create a template.

        Creates a template, or overwrites the one that has the name sent.

        Every member can be left out. The short way to a template: send the roles as empty objects, so
        that the server fills in its defaults, and then change single roles with `upsertTemplateRole`.
        Note that an existing template of the same name is overwritten without warning, all of it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/create-template-via-api

        Args:
            name: Name of the template, unique in the workspace: letters `a-z` and `A-Z`, digits,
                space, hyphen, dot, underscore and colon. The name of an existing template overwrites
                that template. Left out: the server generates one.
            roles: The roles of the template, by role name. An empty object as a role takes the
                server's defaults, and so does every member left out of a role.
            settings: Settings that hold for all roles of a template, and for the rooms made from
                it.
            destinations: Where the audio and video of rooms can go beside their peers: live
                streams, RTMP servers, transcripts. Every kind is a map from the name of a destination
                to its configuration. An empty object means that no destination is configured.
            plugins: Who may use the whiteboard and the captions of a room.

        Returns:
            The template as it was created, with the server's defaults filled in.

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
                create_template.build(
                    body=CreateTemplateRequest(
                        name=name,
                        roles=roles,
                        settings=settings,
                        destinations=destinations,
                        plugins=plugins,
                    ),
                )
            )
        ).parsed

    async def get(
        self,
        template_id: str,
    ) -> Template:
        """Read a template.

        Gives one template in full: its roles, settings, destinations and plugins.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-a-template

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.

        Returns:
            The template.

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
                get_template.build(
                    template_id,
                )
            )
        ).parsed

    async def update(
        self,
        template_id: str,
        *,
        name: str | Unset = UNSET,
        roles: dict[str, Role],
        settings: TemplateSettings,
        destinations: TemplateDestinations | Unset = UNSET,
        plugins: TemplatePlugins | Unset = UNSET,
    ) -> Template:
        """Update a template.

        Overwrites a template with the one sent. All members are overwritten: roles and destinations
        that are not in the body are gone.

        Work in three steps: read the template with `getTemplate`, change what you want changed, and
        send the whole of it back. To change a single role, the settings or the destinations alone, use
        the operations for them. The change reaches a running room when its peers join again or its
        session starts anew.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-a-template

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            name: New name of the template: letters `a-z` and `A-Z`, digits, space, hyphen, dot,
                underscore and colon. The name of another existing template is refused. Left out: the
                template keeps its name.
            roles: All the roles that the template shall have, by role name, each complete. They
                take the place of the roles it has now.
            settings: Settings that hold for all roles of a template, and for the rooms made from
                it.
            destinations: Where the audio and video of rooms can go beside their peers: live
                streams, RTMP servers, transcripts. Every kind is a map from the name of a destination
                to its configuration. An empty object means that no destination is configured.
            plugins: Who may use the whiteboard and the captions of a room.

        Returns:
            The template as it is now. `createdAt` and `updatedAt` can be the zero date
            `0001-01-01T00:00:00Z` here.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.ConflictError: The new name is that of another template, or of another role of the
                template. The documentation speaks of an overwrite error without naming its status, so
                be ready for 400 as well.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                update_template.build(
                    template_id,
                    body=UpdateTemplateRequest(
                        name=name,
                        roles=roles,
                        settings=settings,
                        destinations=destinations,
                        plugins=plugins,
                    ),
                )
            )
        ).parsed

    async def get_role(
        self,
        template_id: str,
        role_name: str,
    ) -> Role:
        """Read a role.

        Gives one role of a template, found by its name.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-a-role

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            role_name: The name of a role of the template, as in the keys of its map `roles`. At
                least 1 characters.

        Returns:
            The role.

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
                get_template_role.build(
                    template_id,
                    role_name,
                )
            )
        ).parsed

    async def upsert_role(
        self,
        template_id: str,
        role_name: str,
        *,
        name: str | Unset = UNSET,
        publish_params: PublishParams | Unset = UNSET,
        subscribe_params: SubscribeParams | Unset = UNSET,
        permissions: Permissions | Unset = UNSET,
        priority: int | Unset = UNSET,
        max_peer_count: int | Unset = UNSET,
    ) -> Role:
        """Create or update a role.

        Creates the role named in the path, or changes it when the template already has it.

        A `name` in the body that differs from the one in the path renames the role; the name of another
        role of the template is refused. To change a role, send it complete, as you read it with
        `getTemplateRole`: whether members left out are kept is not documented. An empty object creates
        a role with the server's defaults.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/create-update-role

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            role_name: The name of a role of the template, as in the keys of its map `roles`. At
                least 1 characters.
            name: Name of the role, unique in its template. Client tokens and `subscribeToRoles`
                refer to it. In a template it equals the key of the role in the map `roles`; sent to the
                operation that creates or updates one role, a name other than that of the path renames
                the role.
            publish_params: Which tracks a role may publish, and in what quality.
            subscribe_params: Whose tracks peers with a role receive, and in what quality.
            permissions: What peers with a role may do beside publishing and subscribing. The server
                leaves some permissions that are false out of its answers.
            priority: Order in which roles lose quality on a poor network, from 1 (highest priority,
                degraded last) to 5 (lowest, degraded first). From 1 to 5.
            max_peer_count: How many peers can be in a session with this role at the same time. 0,
                the default, sets no limit; -1 lets nobody join with this role. Default: 0. At least -1.

        Returns:
            The role as it is now, with the server's defaults filled in.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.ConflictError: The new name is that of another template, or of another role of the
                template. The documentation speaks of an overwrite error without naming its status, so
                be ready for 400 as well.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                upsert_template_role.build(
                    template_id,
                    role_name,
                    body=Role(
                        name=name,
                        publish_params=publish_params,
                        subscribe_params=subscribe_params,
                        permissions=permissions,
                        priority=priority,
                        max_peer_count=max_peer_count,
                    ),
                )
            )
        ).parsed

    async def delete_role(
        self,
        template_id: str,
        role_name: str,
    ) -> None:
        """Delete a role.

        Deletes one role of a template. Deleting it once more answers 404, as for a role that never was.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/delete-a-role

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            role_name: The name of a role of the template, as in the keys of its map `roles`. At
                least 1 characters.

        Returns:
            The role was deleted. The answer has no body.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        await self._sender.send(
            delete_template_role.build(
                template_id,
                role_name,
            )
        )

    async def get_settings(
        self,
        template_id: str,
    ) -> TemplateSettings:
        """Read the settings of a template.

        Gives the settings of a template alone: region, storage of recordings, room state.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-settings

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.

        Returns:
            The settings.

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
                get_template_settings.build(
                    template_id,
                )
            )
        ).parsed

    async def update_settings(
        self,
        template_id: str,
        *,
        region: Region | Unset = UNSET,
        recording: RecordingSettings | None | Unset = UNSET,
        room_state: RoomStateSettings | Unset = UNSET,
        retry: dict[str, Any] | Unset = UNSET,
    ) -> TemplateSettings:
        """Update the settings of a template.

        Changes the settings of a template; its roles and destinations stay as they are.

        Send the settings complete, as you read them with `getTemplateSettings`: whether members left
        out are kept is not documented.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-settings

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            region: Where the media servers of a call stand. Participants have the shortest delay
                when it is near to them.

                * `eu`: European Union.
                * `in`: India.
                * `us`: United States.
                * `auto`: left to 100ms. A room takes the region of its template; a template has it
                  chosen automatically.
            recording: Where recordings are stored. Null when nothing is set: recordings are then
                kept in the storage of 100ms.
            room_state: Whether and how often the state of a room (how many peers, and who) is sent
                to people who have not joined it yet, so that an app can show a preview screen. Only
                roles with the permission `sendRoomState` receive it.
            retry: Settings of retries. The documentation shows the object, always empty, and
                describes no members of it; send back what you read.

        Returns:
            The settings as they are now. The secret of the bucket can come back as `secret` in place of
            `secretKey`.

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
                update_template_settings.build(
                    template_id,
                    body=TemplateSettings(
                        region=region,
                        recording=recording,
                        room_state=room_state,
                        retry=retry,
                    ),
                )
            )
        ).parsed

    async def get_destinations(
        self,
        template_id: str,
    ) -> TemplateDestinations:
        """Read the destinations of a template.

        Gives the destinations of a template alone: RTMP streams, live streams over HLS, transcriptions.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-destinations

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.

        Returns:
            The destinations; an empty object when there are none.

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
                get_template_destinations.build(
                    template_id,
                )
            )
        ).parsed

    async def update_destinations(
        self,
        template_id: str,
        *,
        browser_recordings: dict[str, BrowserRecordingDestination] | Unset = UNSET,
        rtmp_destinations: dict[str, RtmpDestination] | Unset = UNSET,
        hls_destinations: dict[str, HlsDestination] | Unset = UNSET,
        transcriptions: dict[str, TranscriptionDestination] | Unset = UNSET,
    ) -> TemplateDestinations:
        """Update the destinations of a template.

        Changes the destinations of a template; its roles and settings stay as they are.

        Send the destinations complete, as you read them with `getTemplateDestinations`: whether those
        left out are kept is not documented. Configure recordings with `updateTemplateRecordings`, not
        with the deprecated `browserRecordings`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-destinations

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            browser_recordings: Recordings through the browser of a bot, by name. Use the recordings
                configuration of the template instead (`compositeRecording.browserComposite`).
                Deprecated.
            rtmp_destinations: Streams to platforms that take RTMP (YouTube, Twitch, Facebook, Mux
                and others), by name.
            hls_destinations: Live streams over HLS, by name.
            transcriptions: Transcription of recordings, captions of live streams and of calls, by
                name. Transcripts of recordings need a configured recording as well, whose role
                subscribes to the roles to be transcribed.

        Returns:
            The destinations as they are now.

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
                update_template_destinations.build(
                    template_id,
                    body=TemplateDestinations(
                        browser_recordings=browser_recordings,
                        rtmp_destinations=rtmp_destinations,
                        hls_destinations=hls_destinations,
                        transcriptions=transcriptions,
                    ),
                )
            )
        ).parsed

    async def get_recordings(
        self,
        template_id: str,
    ) -> builtins.list[RecordingConfig]:
        """Read the recordings configuration of a template.

        Gives how rooms of a template are recorded. The answer is a list with one configuration at most.
        Flags that are false are left out of it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/configure-recordings

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.

        Returns:
            The recordings configuration.

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
                get_template_recordings.build(
                    template_id,
                )
            )
        ).parsed

    async def update_recordings(
        self,
        template_id: str,
        *,
        recordings: builtins.list[RecordingConfig],
    ) -> builtins.list[RecordingConfig]:
        """Update the recordings configuration of a template.

        Sets how rooms of a template are recorded: by a browser or the media server in one picture
        (composite), track by track, or peer by peer (stream).

        The body is a list that can hold one configuration at present. It replaces the deprecated
        members `settings.recording.enabled` and `destinations.browserRecordings` of the template. Where
        recordings are stored stays with `settings.recording.upload`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/configure-recordings

        Args:
            template_id: The identifier of the template, as in its member `id`. A template's name is
                not accepted. At least 1 characters.
            recordings: The complete recordings configuration, a list of one object.

        Returns:
            The recordings configuration as it is now, without the flags that are false.

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
                update_template_recordings.build(
                    template_id,
                    body=recordings,
                )
            )
        ).parsed


class TemplatesWithResponse:
    """The methods of `Templates` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def create(
        self,
        *,
        name: str | Unset = UNSET,
        roles: dict[str, Role] | Unset = UNSET,
        settings: TemplateSettings | Unset = UNSET,
        destinations: TemplateDestinations | Unset = UNSET,
        plugins: TemplatePlugins | Unset = UNSET,
    ) -> Response[Template]:
        """Like `Templates.create`, returning the whole response."""
        return self._sender.send(
            create_template.build(
                body=CreateTemplateRequest(
                    name=name,
                    roles=roles,
                    settings=settings,
                    destinations=destinations,
                    plugins=plugins,
                ),
            )
        )

    def get(
        self,
        template_id: str,
    ) -> Response[Template]:
        """Like `Templates.get`, returning the whole response."""
        return self._sender.send(
            get_template.build(
                template_id,
            )
        )

    def update(
        self,
        template_id: str,
        *,
        name: str | Unset = UNSET,
        roles: dict[str, Role],
        settings: TemplateSettings,
        destinations: TemplateDestinations | Unset = UNSET,
        plugins: TemplatePlugins | Unset = UNSET,
    ) -> Response[Template]:
        """Like `Templates.update`, returning the whole response."""
        return self._sender.send(
            update_template.build(
                template_id,
                body=UpdateTemplateRequest(
                    name=name,
                    roles=roles,
                    settings=settings,
                    destinations=destinations,
                    plugins=plugins,
                ),
            )
        )

    def get_role(
        self,
        template_id: str,
        role_name: str,
    ) -> Response[Role]:
        """Like `Templates.get_role`, returning the whole response."""
        return self._sender.send(
            get_template_role.build(
                template_id,
                role_name,
            )
        )

    def upsert_role(
        self,
        template_id: str,
        role_name: str,
        *,
        name: str | Unset = UNSET,
        publish_params: PublishParams | Unset = UNSET,
        subscribe_params: SubscribeParams | Unset = UNSET,
        permissions: Permissions | Unset = UNSET,
        priority: int | Unset = UNSET,
        max_peer_count: int | Unset = UNSET,
    ) -> Response[Role]:
        """Like `Templates.upsert_role`, returning the whole response."""
        return self._sender.send(
            upsert_template_role.build(
                template_id,
                role_name,
                body=Role(
                    name=name,
                    publish_params=publish_params,
                    subscribe_params=subscribe_params,
                    permissions=permissions,
                    priority=priority,
                    max_peer_count=max_peer_count,
                ),
            )
        )

    def delete_role(
        self,
        template_id: str,
        role_name: str,
    ) -> Response[None]:
        """Like `Templates.delete_role`, returning the whole response."""
        return self._sender.send(
            delete_template_role.build(
                template_id,
                role_name,
            )
        )

    def get_settings(
        self,
        template_id: str,
    ) -> Response[TemplateSettings]:
        """Like `Templates.get_settings`, returning the whole response."""
        return self._sender.send(
            get_template_settings.build(
                template_id,
            )
        )

    def update_settings(
        self,
        template_id: str,
        *,
        region: Region | Unset = UNSET,
        recording: RecordingSettings | None | Unset = UNSET,
        room_state: RoomStateSettings | Unset = UNSET,
        retry: dict[str, Any] | Unset = UNSET,
    ) -> Response[TemplateSettings]:
        """Like `Templates.update_settings`, returning the whole response."""
        return self._sender.send(
            update_template_settings.build(
                template_id,
                body=TemplateSettings(
                    region=region,
                    recording=recording,
                    room_state=room_state,
                    retry=retry,
                ),
            )
        )

    def get_destinations(
        self,
        template_id: str,
    ) -> Response[TemplateDestinations]:
        """Like `Templates.get_destinations`, returning the whole response."""
        return self._sender.send(
            get_template_destinations.build(
                template_id,
            )
        )

    def update_destinations(
        self,
        template_id: str,
        *,
        browser_recordings: dict[str, BrowserRecordingDestination] | Unset = UNSET,
        rtmp_destinations: dict[str, RtmpDestination] | Unset = UNSET,
        hls_destinations: dict[str, HlsDestination] | Unset = UNSET,
        transcriptions: dict[str, TranscriptionDestination] | Unset = UNSET,
    ) -> Response[TemplateDestinations]:
        """Like `Templates.update_destinations`, returning the whole response."""
        return self._sender.send(
            update_template_destinations.build(
                template_id,
                body=TemplateDestinations(
                    browser_recordings=browser_recordings,
                    rtmp_destinations=rtmp_destinations,
                    hls_destinations=hls_destinations,
                    transcriptions=transcriptions,
                ),
            )
        )

    def get_recordings(
        self,
        template_id: str,
    ) -> Response[builtins.list[RecordingConfig]]:
        """Like `Templates.get_recordings`, returning the whole response."""
        return self._sender.send(
            get_template_recordings.build(
                template_id,
            )
        )

    def update_recordings(
        self,
        template_id: str,
        *,
        recordings: builtins.list[RecordingConfig],
    ) -> Response[builtins.list[RecordingConfig]]:
        """Like `Templates.update_recordings`, returning the whole response."""
        return self._sender.send(
            update_template_recordings.build(
                template_id,
                body=recordings,
            )
        )


class AsyncTemplatesWithResponse:
    """The methods of `AsyncTemplates` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def create(
        self,
        *,
        name: str | Unset = UNSET,
        roles: dict[str, Role] | Unset = UNSET,
        settings: TemplateSettings | Unset = UNSET,
        destinations: TemplateDestinations | Unset = UNSET,
        plugins: TemplatePlugins | Unset = UNSET,
    ) -> Response[Template]:
        """Like `AsyncTemplates.create`, returning the whole response."""
        return await self._sender.send(
            create_template.build(
                body=CreateTemplateRequest(
                    name=name,
                    roles=roles,
                    settings=settings,
                    destinations=destinations,
                    plugins=plugins,
                ),
            )
        )

    async def get(
        self,
        template_id: str,
    ) -> Response[Template]:
        """Like `AsyncTemplates.get`, returning the whole response."""
        return await self._sender.send(
            get_template.build(
                template_id,
            )
        )

    async def update(
        self,
        template_id: str,
        *,
        name: str | Unset = UNSET,
        roles: dict[str, Role],
        settings: TemplateSettings,
        destinations: TemplateDestinations | Unset = UNSET,
        plugins: TemplatePlugins | Unset = UNSET,
    ) -> Response[Template]:
        """Like `AsyncTemplates.update`, returning the whole response."""
        return await self._sender.send(
            update_template.build(
                template_id,
                body=UpdateTemplateRequest(
                    name=name,
                    roles=roles,
                    settings=settings,
                    destinations=destinations,
                    plugins=plugins,
                ),
            )
        )

    async def get_role(
        self,
        template_id: str,
        role_name: str,
    ) -> Response[Role]:
        """Like `AsyncTemplates.get_role`, returning the whole response."""
        return await self._sender.send(
            get_template_role.build(
                template_id,
                role_name,
            )
        )

    async def upsert_role(
        self,
        template_id: str,
        role_name: str,
        *,
        name: str | Unset = UNSET,
        publish_params: PublishParams | Unset = UNSET,
        subscribe_params: SubscribeParams | Unset = UNSET,
        permissions: Permissions | Unset = UNSET,
        priority: int | Unset = UNSET,
        max_peer_count: int | Unset = UNSET,
    ) -> Response[Role]:
        """Like `AsyncTemplates.upsert_role`, returning the whole response."""
        return await self._sender.send(
            upsert_template_role.build(
                template_id,
                role_name,
                body=Role(
                    name=name,
                    publish_params=publish_params,
                    subscribe_params=subscribe_params,
                    permissions=permissions,
                    priority=priority,
                    max_peer_count=max_peer_count,
                ),
            )
        )

    async def delete_role(
        self,
        template_id: str,
        role_name: str,
    ) -> Response[None]:
        """Like `AsyncTemplates.delete_role`, returning the whole response."""
        return await self._sender.send(
            delete_template_role.build(
                template_id,
                role_name,
            )
        )

    async def get_settings(
        self,
        template_id: str,
    ) -> Response[TemplateSettings]:
        """Like `AsyncTemplates.get_settings`, returning the whole response."""
        return await self._sender.send(
            get_template_settings.build(
                template_id,
            )
        )

    async def update_settings(
        self,
        template_id: str,
        *,
        region: Region | Unset = UNSET,
        recording: RecordingSettings | None | Unset = UNSET,
        room_state: RoomStateSettings | Unset = UNSET,
        retry: dict[str, Any] | Unset = UNSET,
    ) -> Response[TemplateSettings]:
        """Like `AsyncTemplates.update_settings`, returning the whole response."""
        return await self._sender.send(
            update_template_settings.build(
                template_id,
                body=TemplateSettings(
                    region=region,
                    recording=recording,
                    room_state=room_state,
                    retry=retry,
                ),
            )
        )

    async def get_destinations(
        self,
        template_id: str,
    ) -> Response[TemplateDestinations]:
        """Like `AsyncTemplates.get_destinations`, returning the whole response."""
        return await self._sender.send(
            get_template_destinations.build(
                template_id,
            )
        )

    async def update_destinations(
        self,
        template_id: str,
        *,
        browser_recordings: dict[str, BrowserRecordingDestination] | Unset = UNSET,
        rtmp_destinations: dict[str, RtmpDestination] | Unset = UNSET,
        hls_destinations: dict[str, HlsDestination] | Unset = UNSET,
        transcriptions: dict[str, TranscriptionDestination] | Unset = UNSET,
    ) -> Response[TemplateDestinations]:
        """Like `AsyncTemplates.update_destinations`, returning the whole response."""
        return await self._sender.send(
            update_template_destinations.build(
                template_id,
                body=TemplateDestinations(
                    browser_recordings=browser_recordings,
                    rtmp_destinations=rtmp_destinations,
                    hls_destinations=hls_destinations,
                    transcriptions=transcriptions,
                ),
            )
        )

    async def get_recordings(
        self,
        template_id: str,
    ) -> Response[builtins.list[RecordingConfig]]:
        """Like `AsyncTemplates.get_recordings`, returning the whole response."""
        return await self._sender.send(
            get_template_recordings.build(
                template_id,
            )
        )

    async def update_recordings(
        self,
        template_id: str,
        *,
        recordings: builtins.list[RecordingConfig],
    ) -> Response[builtins.list[RecordingConfig]]:
        """Like `AsyncTemplates.update_recordings`, returning the whole response."""
        return await self._sender.send(
            update_template_recordings.build(
                template_id,
                body=recordings,
            )
        )
