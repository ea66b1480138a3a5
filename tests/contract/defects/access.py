"""Tokens that must not be taken, and workspaces that must not see each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import jwt

from hms_mock.auth import Identity
from hms_mock.errors import ApiError
from hms_mock.model.jobs import Kind
from hms_mock.registry import Reply

from ..tokens import BAD_AUTHORIZATION, DAY, NOW, Issuer, mint
from .sabotage import DefectTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from jwt.types import Options

    from hms_mock.registry import Handle, Request
    from hms_mock.state import Workspace

    from .lab import Lab
    from .sabotage import Answer, Call, Forward, Sabotage

tokens = DefectTable("tokens")
workspaces = DefectTable("workspaces")

# The library compares with the real time.
_SIGNATURE_ONLY: Options = {"verify_exp": False, "verify_nbf": False, "verify_iat": False}


def _with(wrong: str, path: str) -> Callable[[Lab], int]:
    """Call with a bad token."""

    def call(lab: Lab) -> int:
        issuer = Issuer("managementToken", lab.access_key, lab.secret, room_id="", role="")
        header = BAD_AUTHORIZATION[wrong](issuer)
        headers = {} if header is None else {"Authorization": header}
        return lab.bare.get(path, headers=headers).status_code

    return call


def _token(call: Call) -> str:
    return call.headers.get("authorization", "").removeprefix("Bearer ")


def _claims(call: Call) -> dict[str, Any]:
    """The claims of the token of a call, whoever signed it; none for what is no token."""
    try:
        return _unverified(_token(call))
    except jwt.InvalidTokenError:
        return {}


def _unverified(token: str) -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return claims


def _algorithm(call: Call) -> Any:
    try:
        return jwt.get_unverified_header(_token(call))["alg"]
    except jwt.InvalidTokenError:
        return None


def _is_signed(call: Call, secret: str) -> bool:
    try:
        jwt.decode(_token(call), secret, algorithms=["HS256"], options=_SIGNATURE_ONLY)
    except jwt.InvalidTokenError:
        return False
    return True


def _sign(server: Sabotage, call: Call, **changes: Any) -> None:
    """Give a call a good token with the claims of its own one."""
    claims = _claims(call) | changes
    secret = server.credentials.get(str(claims.get("access_key")))
    if secret is not None:
        call.headers["authorization"] = f"Bearer {jwt.encode(claims, secret, algorithm='HS256')}"


def _let_in(server: Sabotage, call: Call) -> None:
    """Give a call a good token."""
    access_key, secret = next(iter(server.credentials.items()))
    call.headers["authorization"] = f"Bearer {mint('managementToken', access_key, secret)}"


@tokens("No token is needed.", "listTemplates", shows=_with("missing", "/templates"))
def no_token_is_needed(server: Sabotage) -> None:
    @server.intercept("listTemplates")
    async def let_in(call: Call, forward: Forward) -> Answer:
        if "authorization" not in call.headers:
            _let_in(server, call)
        return await forward()


@tokens("Tokens never expire.", "getSession", shows=_with("expired", "/sessions/absent"))
def expired_token_is_taken(server: Sabotage) -> None:
    @server.intercept("getSession")
    async def renew(call: Call, forward: Forward) -> Answer:
        claims = _claims(call)
        secret = server.credentials.get(str(claims.get("access_key")), "")
        if isinstance(claims.get("exp"), int) and claims["exp"] <= NOW and _is_signed(call, secret):
            _sign(server, call, exp=NOW + DAY)
        return await forward()


@tokens("A token that says of itself that it is not signed is taken.", shows=_with("unsigned", "/rooms"))
def unsigned_token_is_taken(server: Sabotage) -> None:
    @server.intercept()
    async def sign(call: Call, forward: Forward) -> Answer:
        if _algorithm(call) == "none":
            _sign(server, call)
        return await forward()


@tokens(
    "Whoever signed a token, it is taken.", "listRecordings", shows=_with("wrong signature", "/recordings")
)
def foreign_token_is_taken(server: Sabotage) -> None:
    @server.intercept("listRecordings")
    async def sign(call: Call, forward: Forward) -> Answer:
        if _algorithm(call) == "HS256":
            _sign(server, call)
        return await forward()


@tokens(
    "A client token opens what is for management tokens.",
    "listPollSessions",
    shows=_with("wrong type", "/polls/absent/sessions"),
)
def token_of_the_wrong_type_is_taken(server: Sabotage) -> None:
    @server.intercept("listPollSessions")
    async def change(call: Call, forward: Forward) -> Answer:
        claims = _claims(call)
        secret = server.credentials.get(str(claims.get("access_key")), "")
        if claims.get("type") == "app" and _is_signed(call, secret):
            _sign(server, call, type="management")
        return await forward()


def _bad_body(lab: Lab) -> int:
    return lab.status("POST", f"/templates/{lab.template_id}", {"name": 1})


@tokens("With a wrong body, a good token is refused.", "updateTemplate", shows=_bad_body)
def good_token_is_refused(server: Sabotage) -> None:
    @server.intercept("updateTemplate")
    async def refuse(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 400:
            answer.status, answer.json = 401, {"code": 401, "message": "bad token", "details": []}
        return answer


def _tones_for_nobody(lab: Lab) -> int:
    return lab.status("POST", "/sip/dtmf", {"digits": ["1"]}, Authorization=lab.client_token("0" * 24))


@tokens("A client token for a room that does not exist is taken.", "sendDtmf", shows=_tones_for_nobody)
def token_for_nothing_is_taken(server: Sabotage) -> None:
    @server.wrap("sendDtmf")
    def take(request: Request, handle: Handle) -> Reply:
        try:
            return handle(request)
        except ApiError as error:
            if error.status == 401:
                return Reply()
            raise


def _as_owner(request: Request, has: Callable[[Workspace], bool]) -> Request:
    """The request as if the owner of the object had sent it."""
    owner = next((each for each in request.state.workspaces.values() if has(each)), request.workspace)
    return replace(request, identity=Identity(owner, request.claims))


@workspaces(
    "A template of another workspace is shown.",
    "getTemplate",
    shows=lambda lab: lab.other_api.get(f"/templates/{lab.template_id}").status_code,
)
def foreign_object_is_shown(server: Sabotage) -> None:
    @server.wrap("getTemplate")
    def show(request: Request, handle: Handle) -> Reply:
        return handle(_as_owner(request, lambda each: request.path["template_id"] in each.templates))


def _foreign_recordings(lab: Lab) -> int:
    lab.prop("recordings")
    return len(lab.other_api.get("/recordings").json()["data"])


@workspaces("The recordings of all workspaces are listed.", "listRecordings", shows=_foreign_recordings)
def foreign_objects_are_listed(server: Sabotage) -> None:
    @server.wrap("listRecordings")
    def mix(request: Request, handle: Handle) -> Reply:
        everything = replace(
            request.workspace,
            jobs={
                kind: {
                    job_id: job
                    for workspace in request.state.workspaces.values()
                    for job_id, job in workspace.jobs[kind].items()
                }
                for kind in request.workspace.jobs
            },
        )
        return handle(replace(request, identity=Identity(everything, request.claims)))


def _foreign_update(lab: Lab) -> Any:
    path = f"/polls/{lab.post('/polls', {'title': 'mine'})['id']}"
    lab.other_api.post(path, json={"title": "theirs"})
    return lab.get(path)["title"]


@workspaces("A poll of another workspace can be overwritten.", "updatePoll", shows=_foreign_update)
def foreign_object_is_changed(server: Sabotage) -> None:
    @server.wrap("updatePoll")
    def change(request: Request, handle: Handle) -> Reply:
        return handle(_as_owner(request, lambda each: request.path["poll_id"] in each.polls))


def _foreign_template(lab: Lab) -> int:
    return lab.other_api.post("/rooms", json={"template_id": lab.template_id}).status_code


@workspaces("A room can follow a template of another workspace.", "createRoom", shows=_foreign_template)
def foreign_object_is_referred_to(server: Sabotage) -> None:
    @server.wrap("createRoom")
    def copy_template(request: Request, handle: Handle) -> Reply:
        wanted = request.members.get("template_id")
        for workspace in request.state.workspaces.values():
            if wanted in workspace.templates:
                request.workspace.templates.setdefault(wanted, workspace.templates[wanted])
        return handle(request)


@tokens(
    "With a slash at the end of the path, no token is needed.",
    "getRecordingAsset",
    shows=lambda lab: lab.bare.get("/recording-assets/absent/").status_code,
)
def slash_is_as_good_as_a_token(server: Sabotage) -> None:
    @server.intercept("getRecordingAsset")
    async def let_in(call: Call, forward: Forward) -> Answer:
        if call.path.endswith("/") and "authorization" not in call.headers:
            _let_in(server, call)
        return await forward()


def _foreign_stop(lab: Lab) -> Any:
    path = f"/recordings/{lab.prop('recordings')['recording_id']}"
    status = lab.other_api.post(f"{path}/stop").status_code
    return status, lab.get(path)["status"]


@workspaces(
    "A recording of another workspace is stopped, and only then the call is refused.",
    "stopRecording",
    shows=_foreign_stop,
)
def refusal_comes_after_the_deed(server: Sabotage) -> None:
    @server.wrap("stopRecording")
    def stop(request: Request, handle: Handle) -> Reply:
        owner = _as_owner(request, lambda each: request.path["recording_id"] in each.jobs[Kind.RECORDING])
        if owner.workspace is not request.workspace:
            handle(owner)
        return handle(request)
