"""What every error answer has to be, whatever the operation."""

from __future__ import annotations

import json
from typing import Any


def problems_of_error(status: int, content: bytes, token: str = "") -> list[str]:
    """Say what is wrong with the body of an answer with a status of 400 or more.

    Args:
        status: the HTTP status of the answer.
        content: its body.
        token: the bearer token of the request, which the body must not repeat.

    Returns:
        One sentence for each mistake; nothing for a good error, and nothing for any answer below 400.
    """
    if status < 400:
        return []
    problems = []
    if len(token) > 20 and token.encode() in content:
        problems.append("the body repeats the bearer token of the request")
    try:
        body: Any = json.loads(content)
    except ValueError:
        return [*problems, "the body is no JSON"]
    if not isinstance(body, dict):
        return [*problems, "the body is no JSON object"]
    if body.get("code") != status or isinstance(body.get("code"), bool):
        problems.append(f"`code` is {body.get('code')!r}, the HTTP status is {status}")
    message = body.get("message")
    if not isinstance(message, str) or not message.strip():
        problems.append("`message` says nothing")
    return problems
