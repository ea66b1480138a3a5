"""What the templates render: the document in terms of Python."""

from __future__ import annotations

import attrs

from .annotations import classes


@attrs.frozen
class Value:
    """A member of a model or an argument of a call."""

    name: str
    wire: str
    annotation: str
    required: bool
    description: str
    secret: bool = False
    """Whether its value must not be shown."""

    @property
    def classes(self) -> frozenset[str]:
        """The generated classes that the annotation mentions."""
        return classes(self.annotation)

    @property
    def declared(self) -> str:
        """The annotation as it stands in a signature, with UNSET for what may be left out."""
        return self.annotation if self.required else f"{self.annotation} | Unset"


@attrs.frozen
class ModelSurface:
    """A class for a JSON object."""

    name: str
    module: str
    description: str
    values: tuple[Value, ...]

    @property
    def classes(self) -> list[str]:
        """The other generated classes that its annotations mention."""
        return sorted(frozenset[str]().union(*(value.classes for value in self.values)) - {self.name})

    @property
    def renamed(self) -> dict[str, str]:
        """The JSON member of each attribute whose Python name differs."""
        return {value.name: value.wire for value in self.values if value.name != value.wire}


@attrs.frozen
class EnumSurface:
    """A class for a string that has one of a few values."""

    name: str
    module: str
    description: str
    members: dict[str, str]


@attrs.frozen
class UnionSurface:
    """A name for the choice of several models."""

    name: str
    module: str
    description: str
    arms: tuple[str, ...]


@attrs.frozen
class EventSurface:
    """A webhook event: its type, the class of its body, and whether this is its usual name."""

    type: str
    model: str
    is_alias: bool = False


@attrs.frozen
class PaginationSurface:
    """Where a list has its items and its cursor."""

    item: str
    items: str
    cursor: str | None
    pages: str | None
    parameter: str | None


@attrs.frozen
class WaitSurface:
    """The method that waits for what an operation answers with, and the states that there are."""

    method: str
    summary: str
    description: str
    state: str
    """The attribute of the response that holds the state."""
    states: str
    """The class of the states."""
    passing: dict[str, str]
    """The states on the way, in their order: the members of the class with their values."""
    succeeded: dict[str, str]
    failed: dict[str, str]
    timeout: int
    """Seconds that are waited by default."""


@attrs.frozen
class DownloadSurface:
    """How the file is fetched that a response has the pre-signed URL of."""

    url: str
    path: str
    item: str
    """The class of what the file belongs to."""
    argument: str
    """The name of the argument that takes it or its identifier, in place of the path parameter."""
    id: str
    size: str


@attrs.frozen
class BodySurface:
    """The body of a request."""

    annotation: str
    description: str
    required: bool
    model: ModelSurface | None
    """The class of the body, whose members are arguments of the resource method."""
    argument: str
    """The name of the one argument for a body that is no object."""

    @property
    def values(self) -> tuple[Value, ...]:
        """The arguments of the resource method that make up the body."""
        if self.model:
            return self.model.values
        return (Value(self.argument, "", self.annotation, self.required, self.description),)


@attrs.frozen
class OperationSurface:
    """One operation: the module of its functions and its method on a resource class."""

    id: str
    module: str
    tag: str
    resource: str
    resource_method: str
    http_method: str
    path: str
    """The path template with Python names for its parameters."""
    document_path: str
    summary: str
    description: str
    documentation: str
    security: str
    takes_token: bool
    """Whether each call is given a token of its own; otherwise the client has one for all calls."""
    idempotent: bool
    path_values: tuple[Value, ...]
    query_values: tuple[Value, ...]
    body: BodySurface | None
    response: str | None
    """The type of the response; None when there is no body."""
    returns: str
    """What the 2xx response is, in words."""
    pagination: PaginationSurface | None
    wait: WaitSurface | None
    download: DownloadSurface | None
    raises: tuple[tuple[str, str], ...]
    """The errors of `hms` for the documented statuses, with what they mean."""

    @property
    def values(self) -> tuple[Value, ...]:
        """All arguments of the resource method: those of the path, the query and the members of the body."""
        return (*self.path_values, *self.query_values, *(self.body.values if self.body else ()))

    @property
    def secrets(self) -> tuple[str, ...]:
        """The arguments of the functions whose values must not be shown."""
        sent = (*self.path_values, *self.query_values)
        token = ("client_token",) if self.takes_token else ()
        return (*token, *(value.name for value in sent if value.secret))

    @property
    def method_secrets(self) -> tuple[str, ...]:
        """The arguments of the resource method whose values must not be shown."""
        body = self.body.values if self.body else ()
        return (*self.secrets, *(value.name for value in body if value.secret))

    @property
    def classes(self) -> list[str]:
        """The generated classes that the module mentions."""
        named = {*classes(self.response or "None")}
        named |= classes(self.body.annotation) if self.body else set()
        named |= {self.pagination.item} if self.pagination else set()
        named |= {self.wait.states} if self.wait else set()
        named |= {self.download.item} if self.download else set()
        return sorted(named.union(*(value.classes for value in (*self.path_values, *self.query_values))))


@attrs.frozen
class ResourceSurface:
    """One family of the API as an attribute of the client."""

    name: str
    class_name: str
    description: str
    operations: tuple[OperationSurface, ...]

    @property
    def classes(self) -> list[str]:
        """The generated classes that the signatures of its methods mention."""
        named: set[str] = set()
        for operation in self.operations:
            named.update(operation.classes)
            named = named.union(*(value.classes for value in operation.values))
        return sorted(named)


@attrs.frozen
class Surface:
    """Everything that is generated."""

    title: str
    version: str
    models: tuple[ModelSurface, ...]
    enums: tuple[EnumSurface, ...]
    unions: tuple[UnionSurface, ...]
    operations: tuple[OperationSurface, ...]
    resources: tuple[ResourceSurface, ...]
    events: tuple[EventSurface, ...]

    @property
    def modules(self) -> dict[str, str]:
        """The module of every name in `models`."""
        models = {model.name: model.module for model in self.models}
        enums = {enum.name: enum.module for enum in self.enums}
        unions = {union.name: union.module for union in self.unions}
        return dict(sorted({**models, **enums, **unions}.items()))
