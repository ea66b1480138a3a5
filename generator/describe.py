"""Describes the parsed document for the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.strings import ClassName, PythonIdentifier, snake_case

from .annotations import annotation, is_map
from .errors import DocumentError, Mistake
from .nodes import is_object
from .prose import describe_limits, describe_status
from .surface import (
    BodySurface,
    DownloadSurface,
    EnumSurface,
    EventSurface,
    ModelSurface,
    OperationSurface,
    PaginationSurface,
    ResourceSurface,
    Surface,
    UnionSurface,
    Value,
    WaitSurface,
)
from .walk import OperationNode, operations, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.openapi import Endpoint
    from openapi_python_client.parser.properties import Property

    from .nodes import JSONObject

_SECURITY_OF_CLIENTS = "managementToken"
_NAMES_IN_LISTS = frozenset({"max_items", "prefetch"})
_NAMES_IN_WAITS = frozenset({"until", "timeout", "on_poll"})
_NAMES_IN_OPERATIONS = frozenset({"body", "client_token", "codec", "expand_path", "masked", "query_pairs"})

_NAMES_IN_DOWNLOADS = frozenset(
    {"concurrency", "directory", "if_exists", "path", "progress", "total_timeout"}
)


def describe(document: JSONObject, parsed: GeneratorData) -> Surface:
    """Describe what to generate.

    Args:
        document: The bundled document, with its descriptions, defaults and bounds.
        parsed: What openapi-python-client made of the lowered one.

    Raises:
        DocumentError: Two arguments of a method would have the same name, or one a name that is taken.
    """
    return _Describer(document, parsed).run()


class _Describer:
    def __init__(self, document: JSONObject, parsed: GeneratorData) -> None:
        self._document = document
        self._parsed = parsed
        self._schemas: dict[str, JSONObject] = document.get("components", {}).get("schemas", {})
        self._unions = {
            frozenset(union.arms): union for union in map(self._union, self._schemas) if union is not None
        }
        self._names = {arms: union.name for arms, union in self._unions.items()}
        self._models = {
            model.class_info.name: self._model(model) for model in parsed.models if not is_map(model)
        }
        self._enums = {enum.name: enum for enum in map(self._enum, parsed.enums)}

    def run(self) -> Surface:
        nodes = {
            str(PythonIdentifier(node.data["operationId"], prefix="field_")): node
            for node in operations(self._document)
        }
        described = tuple(
            self._operation(nodes[endpoint.name], endpoint, str(tag))
            for tag, collection in self._parsed.endpoint_collections_by_tag.items()
            for endpoint in collection.endpoints
        )
        _refuse_ambiguous_arguments(described)
        return Surface(
            title=self._document["info"]["title"],
            version=self._document["info"]["version"],
            models=tuple(sorted(self._models.values(), key=lambda model: model.name)),
            enums=tuple(sorted(self._enums.values(), key=lambda enum: enum.name)),
            unions=tuple(sorted(self._unions.values(), key=lambda union: union.name)),
            operations=described,
            resources=tuple(self._resources(described)),
            events=tuple(self._events()),
        )

    def _events(self) -> Iterator[EventSurface]:
        for event, item in sorted(self._document.get("webhooks", {}).items()):
            model = _name_of(item["post"]["requestBody"]["content"]["application/json"]["schema"])
            yield EventSurface(event, model)
            for alias in item["post"].get("x-event-aliases", ()):
                yield EventSurface(alias, model, is_alias=True)

    def _union(self, name: str) -> UnionSurface | None:
        schema = self._schemas[name]
        if "discriminator" not in schema:
            return None
        arms = tuple(_name_of(arm) for arm in schema["oneOf"])
        return UnionSurface(name, snake_case(name), schema["description"], arms)

    def _annotation(self, prop: Property | Any) -> str:
        return annotation(prop, self._names)

    def _model(self, model: ModelProperty) -> ModelSurface:
        schema = self._schemas[model.class_info.name]
        properties: dict[str, JSONObject] = schema["properties"]
        parsed = {
            prop.name.get_untrusted_value(): prop
            for prop in [*(model.required_properties or ()), *(model.optional_properties or ())]
        }
        return ModelSurface(
            name=str(model.class_info.name),
            module=str(model.class_info.module_name),
            description=schema["description"],
            values=tuple(self._value(parsed[wire], properties[wire]) for wire in properties),
        )

    def _enum(self, enum: Any) -> EnumSurface:
        if not isinstance(enum, EnumProperty) or enum.value_type is not str:
            raise DocumentError(
                [
                    Mistake(
                        f"the enum {enum.class_info.name} is not of strings", "use a bounded integer instead"
                    )
                ]
            )
        schema = self._schemas.get(enum.class_info.name)
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
            # The values that openapi-python-client has are escaped for its own templates.
            members=dict(zip(enum.values, schema["enum"], strict=True)),
        )

    def _value(self, prop: Property, schema: JSONObject, description: str = "") -> Value:
        target = resolve(self._document, schema)
        inner = [
            *target.get("allOf", ()),
            *target.get("oneOf", ()),
            target.get("items"),
            target.get("additionalProperties"),
        ]
        own = description or schema.get("description") or target.get("description") or ""
        return Value(
            name=str(prop.python_name),
            wire=prop.name.get_untrusted_value(),
            annotation=self._annotation(prop),
            required=prop.required,
            description=describe_limits(own, target),
            secret=any(
                resolve(self._document, one).get("format") == "password"
                for one in (target, *inner)
                if is_object(one)
            ),
        )

    def _operation(self, node: OperationNode, endpoint: Endpoint, tag: str) -> OperationSurface:
        parameters = {(one["in"], one["name"]): one for one in node.parameters(self._document)}

        def argument(location: str, prop: Property) -> Value:
            described = parameters[location, prop.name.get_untrusted_value()]
            return self._value(prop, described["schema"], described["description"])

        (status,) = (status for status in node.data["responses"] if str(status).startswith("2"))
        success = node.data["responses"][status]
        security = next(iter(node.data["security"][0]))
        response = endpoint.responses.patterns[0].prop if "content" in success else None
        model = self._models.get(response.class_info.name) if isinstance(response, ModelProperty) else None
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
            security=security,
            takes_token=security != _SECURITY_OF_CLIENTS,
            idempotent=node.data.get("x-idempotent", node.method != "post"),
            path_values=tuple(argument("path", prop) for prop in endpoint.path_parameters),
            query_values=tuple(argument("query", prop) for prop in endpoint.query_parameters),
            body=self._body(node, endpoint),
            response=self._annotation(response) if response else None,
            returns=success["description"],
            pagination=_pagination(node, model) if model else None,
            wait=self._wait(node, model) if model else None,
            download=self._download(node, endpoint, model) if model else None,
            raises=tuple(
                described
                for status, reference in node.data["responses"].items()
                if (
                    described := describe_status(
                        str(status), resolve(self._document, reference)["description"]
                    )
                )
            ),
        )

    def _wait(self, node: OperationNode, response: ModelSurface) -> WaitSurface | None:
        described = node.data.get("x-wait")
        if described is None:
            return None
        (state,) = (value for value in response.values if value.wire == described["state"])
        (states,) = state.classes
        names = {value: name for name, value in self._enums[states].members.items()}
        passing, succeeded, failed = (
            {names[value]: value for value in described[key]} for key in ("passing", "succeeded", "failed")
        )
        return WaitSurface(
            method=described["method"],
            summary=described["summary"],
            description=described["description"],
            state=state.name,
            states=states,
            passing=passing,
            succeeded=succeeded,
            failed=failed,
            timeout=described["timeout"],
        )

    def _download(
        self, node: OperationNode, endpoint: Endpoint, response: ModelSurface
    ) -> DownloadSurface | None:
        described = node.data.get("x-download")
        if described is None:
            return None
        item = self._models[ClassName(_name_of(described["schema"]), "")]
        members = {value.wire: value.name for value in item.values}
        answered = {value.wire: value.name for value in response.values}
        (parameter,) = endpoint.path_parameters
        return DownloadSurface(
            url=answered[described["url"]],
            path=answered[described["path"]],
            item=item.name,
            argument=str(parameter.python_name).removesuffix("_id"),
            id=members[described["id"]],
            size=members[described["size"]],
        )

    def _body(self, node: OperationNode, endpoint: Endpoint) -> BodySurface | None:
        if not endpoint.bodies:
            return None
        prop = endpoint.bodies[0].prop
        described = node.data["requestBody"]
        return BodySurface(
            annotation=self._annotation(prop),
            description=described["description"],
            required=described["required"],
            model=self._models.get(prop.class_info.name) if isinstance(prop, ModelProperty) else None,
            argument=described.get("x-argument", "body"),
        )

    def _resources(self, described: tuple[OperationSurface, ...]) -> list[ResourceSurface]:
        descriptions = {tag["name"]: tag["description"] for tag in self._document["tags"]}
        tags = {node.data["x-resource"]: node.data["tags"][0] for node in operations(self._document)}
        return [
            ResourceSurface(
                name=name,
                class_name=str(ClassName(name, "")),
                description=descriptions[tag],
                operations=tuple(operation for operation in described if operation.resource == name),
            )
            for name, tag in sorted(tags.items())
        ]


def _name_of(reference: JSONObject) -> str:
    name: str = reference["$ref"].rpartition("/")[2]
    return name


def _pagination(node: OperationNode, response: ModelSurface) -> PaginationSurface | None:
    described = node.data.get("x-pagination")
    if described is None:
        return None
    names = {value.wire: value for value in response.values}
    items = names[described["items"]]
    if len(items.classes) != 1 or items.annotation.startswith(tuple(items.classes)):
        raise DocumentError(
            [
                Mistake(
                    f"`{items.wire}` of {response.name} holds no items of one class",
                    "`x-pagination.items` names an array or a map of a named schema",
                )
            ]
        )
    cursor, pages = described.get("cursor"), described.get("pages")
    return PaginationSurface(
        item=next(iter(items.classes)),
        items=items.name,
        cursor=names[cursor].name if cursor else None,
        pages=names[pages].name if pages else None,
        parameter=described.get("parameter"),
    )


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
        taken = {
            operation.module,
            *(_NAMES_IN_LISTS if operation.pagination else ()),
            *(_NAMES_IN_WAITS if operation.wait else ()),
        }
        if operation.download:
            taken |= {operation.download.argument, f"{operation.download.argument}s", *_NAMES_IN_DOWNLOADS}
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
