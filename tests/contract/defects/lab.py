"""A running server, looked at with a few plain calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jwt

from ..scene import ROLES, Depth
from ..tokens import mint

if TYPE_CHECKING:
    import httpx

    from ..scene import Stage

Json = dict[str, Any]


@dataclass(frozen=True)
class Lab:
    """Where defects are made to show.

    Attributes:
        api: a client with a good management token.
        other_api: one of another workspace.
        bare: one without a token.
        secret: what the token of `api` is signed with.
        control: one at the control plane.
        stage: where real objects are made.
    """

    api: httpx.Client
    other_api: httpx.Client
    bare: httpx.Client
    secret: str
    control: httpx.Client
    stage: Stage

    def status(self, method: str, path: str, body: Any = None, **headers: str) -> int:
        """Call the API, and tell the status.

        Args:
            method: the HTTP method.
            path: the path.
            body: the body; None for none.
            headers: further headers, with `_` for `-`.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is None:
            return self.api.request(method, path, headers=named).status_code
        return self.api.request(method, path, headers=named, json=body).status_code

    def get(self, path: str, **query: Any) -> Any:
        """Read something that is there."""
        return _json(self.api.get(path, params=query))

    def post(self, path: str, body: Any = None) -> Any:
        """Do something that works."""
        response = self.api.post(path) if body is None else self.api.post(path, json=body)
        return _json(response) if response.content else None

    def room(self, **members: Any) -> Json:
        """Make a room in which everybody may do everything."""
        room: Json = self.post("/rooms", {"template_id": self.template_id, **members})
        return room

    @property
    def access_key(self) -> str:
        """The access key of `api`."""
        token = self.api.headers["Authorization"].removeprefix("Bearer ")
        key: str = jwt.decode(token, options={"verify_signature": False})["access_key"]
        return key

    def client_token(self, room_id: str) -> str:
        """A client token for a room, in the first role, as the value of a header."""
        token = mint("clientToken", self.access_key, self.secret, room_id=room_id, role=ROLES[0])
        return f"Bearer {token}"

    @property
    def template_id(self) -> str:
        """The template of the scene."""
        return self.stage.scene(Depth.TEMPLATE).template_id

    def prop(self, kind: str) -> dict[str, str]:
        """The objects of one kind, see `Props.once`."""
        return self.stage.props.once(kind)


def _json(response: httpx.Response) -> Any:
    response.raise_for_status()
    return response.json()
