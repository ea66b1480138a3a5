"""What a test called, so that a failure can be repeated by hand."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .document import base_path_of, read_document
from .inspection import BadAnswerError, Inspector

if TYPE_CHECKING:
    import httpx

    from .document import Operation

_SHOWN_CALLS = 8
_SHOWN_CHARACTERS = 1500
_BASE_URL, _CONTROL_URL, _TOKEN = "$HMS_BASE_URL", "$HMS_MOCK_URL", "$HMS_TOKEN"


class Journal:
    """The calls of a test, oldest first. It inspects every answer on the way."""

    def __init__(self) -> None:
        document = read_document()
        self._base_path = base_path_of(document)
        self._inspector = Inspector(document)
        self._answers: list[httpx.Response] = []

    def begin(self) -> None:
        """Forget the calls of the test before."""
        self._answers.clear()

    def record(self, response: httpx.Response) -> None:
        """Take down a call, as an event hook of a client.

        Raises:
            BadAnswerError: the answer is one that the document does not allow.
        """
        response.read()
        self._answers.append(response)
        if self._is_of_api(response.request) and (problems := self._inspector.problems(response)):
            raise BadAnswerError("; ".join(problems))

    def explain(self, rule: str, operation: Operation | None) -> str:
        """Say what was broken and how to see it by hand.

        Args:
            rule: the rule, in words.
            operation: the operation that the test is about; None for that of the last call.

        Returns:
            The rule, the operation with the page of its documentation, and the last calls of the test as curl
            commands. Tokens are variables. Empty when the test called nothing.
        """
        if not self._answers:
            return ""
        last = [each for each in self._answers if self._is_of_api(each.request)]
        if operation is None and last:
            operation = self._inspector.operation_of(last[-1].request)
        lines = [f"rule: {rule}"]
        if operation is not None:
            lines += [f"operation: {operation.id} ({operation.label})", f"page: {operation.documentation}"]
        hidden = len(self._answers) - _SHOWN_CALLS
        lines.append(f"calls{f' (the last {_SHOWN_CALLS}, {hidden} came before)' if hidden > 0 else ''}:")
        for response in self._answers[-_SHOWN_CALLS:]:
            lines += [f"  {self.curl(response.request)}", f"  -> {_shown(response)}"]
        return "\n".join(lines)

    def curl(self, request: httpx.Request) -> str:
        """A request as a shell command. The server, its control plane and the token are variables."""
        parts = urlsplit(str(request.url))
        path = parts._replace(scheme="", netloc="").geturl()
        of_api = self._is_of_api(request)
        target = f"{_BASE_URL}{path.removeprefix(self._base_path)}" if of_api else f"{_CONTROL_URL}{path}"
        words = ["curl", "-sS", "-X", request.method, _double_quoted(target)]
        for name in ("Authorization", "Content-Type"):
            if (value := request.headers.get(name)) is not None:
                scheme, _, token = value.rpartition(" ")
                masked = f"{scheme} {_TOKEN}".strip() if name == "Authorization" and token else value
                words += ["-H", _double_quoted(f"{name}: {masked}")]
        if request.content:
            words += ["--data-binary", shlex.quote(request.content.decode("utf-8", "replace"))]
        return " ".join(words)

    def _is_of_api(self, request: httpx.Request) -> bool:
        return request.url.path.startswith(f"{self._base_path}/")


def _double_quoted(text: str) -> str:
    """Quote for a shell, leaving our variables to be filled in."""
    quoted = json.dumps(text).replace("`", "\\`").replace("$", "\\$")
    for variable in (_BASE_URL, _CONTROL_URL, _TOKEN):
        quoted = quoted.replace(f"\\{variable}", variable)
    return quoted


def _shown(response: httpx.Response) -> str:
    text = response.text
    cut = f"... ({len(text)} characters)" if len(text) > _SHOWN_CHARACTERS else ""
    return f"{response.status_code} {text[:_SHOWN_CHARACTERS]}{cut}"
