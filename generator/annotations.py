"""The Python types of parsed properties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from openapi_python_client.parser.properties import AnyProperty, EnumProperty, ModelProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openapi_python_client.parser.properties import Property

_SCALARS: dict[type, str] = {
    StringProperty: "str",
    IntProperty: "int",
    FloatProperty: "float",
    BooleanProperty: "bool",
    DateTimeProperty: "datetime.datetime",
    NoneProperty: "None",
    AnyProperty: "Any",
}


# Generated names are in PascalCase; what stands in quotes is the value of a Literal.
_NAME = re.compile(r"(?<![\w.\"'])[A-Z]\w*")


def is_map(model: ModelProperty) -> bool:
    """Whether a parsed "model" is an object without members of its own: a map, which needs no class."""
    # Not by its parsed members: what stands for a referenced schema is a copy from before they were parsed.
    return not model.data.properties


def annotation(prop: Property | Any, unions: Mapping[frozenset[str], str]) -> str:
    """The annotation of a property's value, not counting that it may be left out.

    Args:
        prop: What openapi-python-client made of the schema.
        unions: The names of the unions that have one, by their arms. A reference to a union arrives here
            as the union itself, so that only its arms tell which it was.

    Raises:
        TypeError: The property is of a kind that no annotation is known for.
    """
    if type(prop) in _SCALARS:
        return _SCALARS[type(prop)]
    if isinstance(prop, EnumProperty):
        return str(prop.class_info.name)
    if isinstance(prop, ConstProperty):
        return f"Literal[{prop.value.python_code.as_unembedded_code()}]"
    if isinstance(prop, ListProperty):
        return f"list[{annotation(prop.inner_property, unions)}]"
    if isinstance(prop, UnionProperty):
        arms = dict.fromkeys(annotation(arm, unions) for arm in prop.inner_properties)
        null = ["None"] if arms.pop("None", True) is None else []
        name = unions.get(frozenset(arms))
        return " | ".join([name] if name else arms) + "".join(f" | {each}" for each in null)
    if isinstance(prop, ModelProperty):
        if not is_map(prop):
            return str(prop.class_info.name)
        values = annotation(prop.additional_properties, unions) if prop.additional_properties else "Any"
        return f"dict[str, {values}]"
    raise TypeError(f"no annotation for {type(prop).__name__} {prop.name}")


def classes(annotated: str) -> frozenset[str]:
    """The names of the generated classes and unions that an annotation mentions."""
    return frozenset(_NAME.findall(annotated)) - {"Any", "Literal", "None"}
