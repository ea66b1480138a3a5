from __future__ import annotations

from typing import Any

import pytest

import hms
from hms_generated_client.models import (
    AudioParams,
    Permissions,
    PublishParams,
    RecordingConfig,
    Role,
    SubscribeParams,
    TemplateSettings,
    TranscriptionDestination,
)

pytestmark = [pytest.mark.anyio, pytest.mark.public_api]


async def test_a_template_is_read_back_as_it_was_made(client: Any) -> None:
    role = Role(
        publish_params=PublishParams(audio=AudioParams(bit_rate=64)),
        subscribe_params=SubscribeParams(subscribe_to_roles=["host"], max_subs_bit_rate=3200),
        permissions=Permissions(end_room=True),
        priority=2,
        max_peer_count=3,
    )
    created = await client.templates.create(name="webinar", roles={"host": role})
    read = await client.templates.get(created.id)
    assert read == created
    host = read.roles["host"]
    assert (host.priority, host.max_peer_count, host.permissions.end_room) == (2, 3, True)
    assert host.publish_params.audio.bit_rate == 64
    assert host.subscribe_params.subscribe_to_roles == ["host"]


async def test_templates_page_by_page(client: Any) -> None:
    before = {template.id async for template in client.templates.list()}
    made = [(await client.templates.create(name=f"template-{number}")).id for number in range(12)]
    listed = [template.id async for template in client.templates.list(limit=10)]
    assert listed[:12] == made[::-1]
    assert set(listed[12:]) == before


async def test_an_update_of_a_template(client: Any) -> None:
    template = await client.templates.create(name="before", roles={"host": Role()})
    await client.templates.update(
        template.id, name="after", roles={"guest": Role()}, settings=TemplateSettings()
    )
    read = await client.templates.get(template.id)
    assert read.name == "after"
    assert set(read.roles) == {"guest"}


async def test_roles_one_by_one(client: Any) -> None:
    template = await client.templates.create(name="roles", roles={"host": Role()})
    await client.templates.upsert_role(template.id, "guest", priority=3)
    assert (await client.templates.get_role(template.id, "guest")).priority == 3
    assert await client.templates.delete_role(template.id, "guest") is None
    with pytest.raises(hms.NotFoundError):
        await client.templates.get_role(template.id, "guest")


async def test_settings_destinations_and_recordings(client: Any) -> None:
    template = await client.templates.create(name="parts", roles={"host": Role()})
    await client.templates.update_settings(template.id, region="in")
    settings = await client.templates.get_settings(template.id)
    assert isinstance(settings, TemplateSettings)
    assert settings.region == "in"

    transcription = TranscriptionDestination(name="captions", role="host")
    await client.templates.update_destinations(template.id, transcriptions={"captions": transcription})
    destinations = await client.templates.get_destinations(template.id)
    assert destinations.transcriptions["captions"].role == "host"

    recording = RecordingConfig(name="default", role="host", max_duration=1800)
    await client.templates.update_recordings(template.id, recordings=[recording])
    (read,) = await client.templates.get_recordings(template.id)
    assert (read.role, read.max_duration) == ("host", 1800)
