"""What the templates render: the parsed document in terms of Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.strings import ClassName, PythonIdentifier

from .annotations import annotation, classes, is_map
from .errors import DocumentError, Mistake
from .nodes import is_object
from .prose import describe_limits, describe_status
from .walk import OperationNode, operations, resolve

if TYPE_CHECKING:
    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.openapi import Endpoint
    from openapi_python_client.parser.properties import Property

    from .nodes import JSONObject


_NAMES_IN_OPERATIONS = frozenset({"body", "codec", "expand_path", "query_pairs"})


@attrs.frozen
class Value:
    """A member of a model or an argument of a call."""

    name: str
    wire: str
    annotation: str
    classes: frozenset[str]
    required: bool
    description: str
    secret: bool
    """Whether its value must not be shown."""

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
        return sorted(set[str]().union(*(value.classes for value in self.values)) - {self.name})

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
class PaginationSurface:
    """Where a list has its items and its cursor."""

    item: str
    items: str
    cursor: str | None
    parameter: str | None


@attrs.frozen
class BodySurface:
    """The body of a request."""

    annotation: str
    classes: frozenset[str]
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
        return (
            Value(
                self.argument,
                "",
                self.annotation,
                self.classes,
                self.required,
                self.description,
                secret=False,
            ),
        )


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
    idempotent: bool
    path_values: tuple[Value, ...]
    query_values: tuple[Value, ...]
    body: BodySurface | None
    response: str | None
    """The type of the response; None when there is no body."""
    response_classes: frozenset[str]
    returns: str
    """What the 2xx response is, in words."""
    pagination: PaginationSurface | None
    raises: tuple[tuple[str, str], ...]
    """The errors of `hms` for the documented statuses, with what they mean."""

    @property
    def values(self) -> tuple[Value, ...]:
        """All arguments of the resource method: those of the path, the query and the members of the body."""
        return (*self.path_values, *self.query_values, *(self.body.values if self.body else ()))

    @property
    def classes(self) -> list[str]:
        """The generated classes that the module mentions."""
        named = set(self.response_classes)
        named |= self.body.classes if self.body else set()
        named |= {self.pagination.item} if self.pagination else set()
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
    operations: tuple[OperationSurface, ...]
    resources: tuple[ResourceSurface, ...]

    @property
    def modules(self) -> dict[str, str]:
        """The module of every class in `models`."""
        models = {model.name: model.module for model in self.models}
        enums = {enum.name: enum.module for enum in self.enums}
        return dict(sorted({**models, **enums}.items()))


def build(document: JSONObject, parsed: GeneratorData) -> Surface:
    """Describe what to generate.

    Args:
        document: The bundled document, with its descriptions, defaults and bounds.
        parsed: What openapi-python-client made of the lowered one.

    Raises:
        DocumentError: Two arguments of a method would have the same name, or one a name that is taken.
    """
    models = {model.class_info.name: _model(document, model) for model in parsed.models if not is_map(model)}
    nodes = {
        str(PythonIdentifier(node.data["operationId"], prefix="field_")): node
        for node in operations(document)
    }
    described = tuple(
        _operation(document, nodes[endpoint.name], endpoint, str(tag), models)
        for tag, collection in parsed.endpoint_collections_by_tag.items()
        for endpoint in collection.endpoints
    )
    _refuse_ambiguous_arguments(described)
    return Surface(
        title=document["info"]["title"],
        version=document["info"]["version"],
        models=tuple(sorted(models.values(), key=lambda model: model.name)),
        enums=tuple(sorted((_enum(document, enum) for enum in parsed.enums), key=lambda enum: enum.name)),
        operations=described,
        resources=tuple(_resources(document, described)),
    )


def _model(document: JSONObject, model: ModelProperty) -> ModelSurface:
    schema = document["components"]["schemas"][model.class_info.name]
    properties: dict[str, JSONObject] = schema["properties"]
    parsed = {
        prop.name.get_untrusted_value(): prop
        for prop in [*(model.required_properties or ()), *(model.optional_properties or ())]
    }
    return ModelSurface(
        name=str(model.class_info.name),
        module=str(model.class_info.module_name),
        description=schema["description"],
        values=tuple(_value(document, parsed[wire], properties[wire]) for wire in properties),
    )


def _enum(document: JSONObject, enum: Any) -> EnumSurface:
    if not isinstance(enum, EnumProperty) or enum.value_type is not str:
        raise DocumentError(
            [Mistake(f"the enum {enum.class_info.name} is not of strings", "use a bounded integer instead")]
        )
    schema = document["components"]["schemas"].get(enum.class_info.name)
    if schema is None:
        raise DocumentError(
            [
                Mistake(
                    f"the enum that would become the class {enum.class_info.name} has no file of its own",
                    "move it to schemas/ and reference it, so that its class has the name you choose",
                )
            ]
        )
    return EnumSurface(
        name=str(enum.class_info.name),
        module=str(enum.class_info.module_name),
        description=schema["description"],
        members={name: str(value) for name, value in enum.values.items()},
    )


def _value(document: JSONObject, prop: Property, schema: JSONObject) -> Value:
    wire = prop.name.get_untrusted_value()
    target = resolve(document, schema)
    inner = [
        *target.get("allOf", ()),
        *target.get("oneOf", ()),
        target.get("items"),
        target.get("additionalProperties"),
    ]
    own = schema.get("description") or target.get("description") or ""
    return Value(
        name=str(prop.python_name),
        wire=wire,
        annotation=annotation(prop),
        classes=frozenset(classes(prop)),
        required=prop.required,
        description=describe_limits(own, target),
        secret=any(
            resolve(document, one).get("format") == "password" for one in (target, *inner) if is_object(one)
        ),
    )


def _operation(
    document: JSONObject,
    node: OperationNode,
    endpoint: Endpoint,
    tag: str,
    models: dict[ClassName, ModelSurface],
) -> OperationSurface:
    parameters = {(one["in"], one["name"]): one for one in node.parameters(document)}

    def argument(location: str, prop: Property) -> Value:
        described = parameters[location, prop.name.get_untrusted_value()]
        value = _value(document, prop, described["schema"])
        schema = resolve(document, described["schema"])
        return attrs.evolve(value, description=describe_limits(described["description"], schema))

    (status,) = (status for status in node.data["responses"] if str(status).startswith("2"))
    success = node.data["responses"][status]
    response = endpoint.responses.patterns[0].prop if "content" in success else None
    model = models.get(response.class_info.name) if isinstance(response, ModelProperty) else None
    return OperationSurface(
        id=node.data["operationId"],
        module=str(endpoint.name),
        tag=tag,
        resource=node.data["x-resource"],
        resource_method=node.data["x-method"],
        http_method=node.method.upper(),
        path=endpoint.path.get_untrusted_value(),
        document_path=node.path,
        summary=node.data["summary"],
        description=node.data["description"],
        documentation=node.data["externalDocs"]["url"],
        security=next(iter(node.data["security"][0])),
        idempotent=node.data.get("x-idempotent", node.method != "post"),
        path_values=tuple(argument("path", prop) for prop in endpoint.path_parameters),
        query_values=tuple(argument("query", prop) for prop in endpoint.query_parameters),
        body=_body(node, endpoint, models),
        response=annotation(response) if response else None,
        response_classes=frozenset(classes(response) if response else ()),
        returns=success["description"],
        pagination=_pagination(node, model) if model else None,
        raises=tuple(
            described
            for status, reference in node.data["responses"].items()
            if (described := describe_status(str(status), resolve(document, reference)["description"]))
        ),
    )


def _body(
    node: OperationNode, endpoint: Endpoint, models: dict[ClassName, ModelSurface]
) -> BodySurface | None:
    if not endpoint.bodies:
        return None
    prop = endpoint.bodies[0].prop
    described = node.data["requestBody"]
    return BodySurface(
        annotation=annotation(prop),
        classes=frozenset(classes(prop)),
        description=described["description"],
        required=described["required"],
        model=models.get(prop.class_info.name) if isinstance(prop, ModelProperty) else None,
        argument=described.get("x-argument", "body"),
    )


def _pagination(node: OperationNode, response: ModelSurface) -> PaginationSurface | None:
    described = node.data.get("x-pagination")
    if described is None:
        return None
    names = {value.wire: value for value in response.values}
    items = names[described["items"]]
    # `list[X]` or `dict[str, X]`, perhaps null: what stands innermost is the item.
    item = re.search(r"(\w+)\]", items.annotation)
    if item is None:
        raise DocumentError(
            [
                Mistake(
                    f"`{items.wire}` of {response.name} holds no items",
                    "`x-pagination.items` names an array or a map",
                )
            ]
        )
    cursor = described.get("cursor")
    return PaginationSurface(
        item=item.group(1),
        items=items.name,
        cursor=names[cursor].name if cursor else None,
        parameter=described.get("parameter"),
    )


def _resources(document: JSONObject, described: tuple[OperationSurface, ...]) -> list[ResourceSurface]:
    descriptions = {tag["name"]: tag["description"] for tag in document["tags"]}
    tags = {node.data["x-resource"]: node.data["tags"][0] for node in operations(document)}
    return [
        ResourceSurface(
            name=name,
            class_name=str(ClassName(name, "")),
            description=descriptions[tag],
            operations=tuple(operation for operation in described if operation.resource == name),
        )
        for name, tag in sorted(tags.items())
    ]


def _refuse_ambiguous_arguments(described: tuple[OperationSurface, ...]) -> None:
    mistakes: list[Mistake] = []
    for operation in described:
        names = [value.name for value in operation.values]
        doubled = sorted({name for name in names if names.count(name) > 1})
        if doubled:
            mistakes.append(
                Mistake(
                    f"{operation.id} would have the argument {', '.join(doubled)} twice",
                    "a parameter and a member of the body have the same name; rename the path parameter",
                )
            )
        # Names that the generated code itself uses where the argument would stand.
        taken = {operation.module, *({"max_items"} if operation.pagination else ())}
        sent = {value.name for value in (*operation.path_values, *operation.query_values)}
        hidden = sorted(taken.intersection(names) | _NAMES_IN_OPERATIONS.intersection(sent))
        if hidden:
            mistakes.append(
                Mistake(
                    f"{operation.id} would have the argument {', '.join(hidden)}, which means something else",
                    "the generated code uses that name; teach generator/surface.py to rename the parameter",
                )
            )
    if mistakes:
        raise DocumentError(mistakes)
