"""Update the recordings configuration of a template: POST /templates/{template_id}/recordings."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.recording_config import RecordingConfig
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[list[RecordingConfig]]] = Operation(
    id="updateTemplateRecordings",
    method="POST",
    path="/templates/{template_id}/recordings",
    response=list[RecordingConfig],
    request=list[RecordingConfig],
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/configure-recordings",
)


def build(
    template_id: str,
    *,
    body: list[RecordingConfig],
) -> Call[list[RecordingConfig]]:
    """Build the call without sending it.

    Sets how rooms of a template are recorded: by a browser or the media server in one picture
    (composite), track by track, or peer by peer (stream).

    The body is a list that can hold one configuration at present. It replaces the deprecated members
    `settings.recording.enabled` and `destinations.browserRecordings` of the template. Where recordings
    are stored stays with `settings.recording.upload`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/configure-recordings

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
        body: The complete recordings configuration, a list of one object.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/templates/{template_id}/recordings",
            {
                "template_id": template_id,
            },
        ),
        body=codec.encode(body),
    )


def sync_detailed(
    template_id: str,
    *,
    client: Sender,
    body: list[RecordingConfig],
) -> Response[list[RecordingConfig]]:
    """Update the recordings configuration of a template; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            template_id,
            body=body,
        )
    )


def sync(
    template_id: str,
    *,
    client: Sender,
    body: list[RecordingConfig],
) -> list[RecordingConfig]:
    """Update the recordings configuration of a template. See `build` for the arguments."""
    return sync_detailed(template_id, body=body, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    *,
    client: AsyncSender,
    body: list[RecordingConfig],
) -> Response[list[RecordingConfig]]:
    """Update the recordings configuration of a template; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            template_id,
            body=body,
        )
    )


async def asyncio(
    template_id: str,
    *,
    client: AsyncSender,
    body: list[RecordingConfig],
) -> list[RecordingConfig]:
    """Update the recordings configuration of a template. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, body=body, client=client)).parsed
