"""The Python types of parsed properties."""

from __future__ import annotations

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


def is_map(model: ModelProperty) -> bool:
    """Whether a parsed "model" is an object without members of its own: a map, which needs no class."""
    # Not by its parsed members: what stands for a referenced schema is a copy from before they were parsed.
    return not model.data.properties


def annotation(prop: Property | Any) -> str:
    """The annotation of a property's value, not counting that it may be left out.

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
        return f"list[{annotation(prop.inner_property)}]"
    if isinstance(prop, UnionProperty):
        arms = [annotation(arm) for arm in prop.inner_properties]
        return " | ".join(dict.fromkeys(sorted(arms, key=lambda arm: arm == "None")))
    if isinstance(prop, ModelProperty):
        if not is_map(prop):
            return str(prop.class_info.name)
        values = annotation(prop.additional_properties) if prop.additional_properties else "Any"
        return f"dict[str, {values}]"
    raise TypeError(f"no annotation for {type(prop).__name__} {prop.name}")


def classes(prop: Property | Any) -> set[str]:
    """The names of the generated classes that the annotation of a property mentions."""
    if isinstance(prop, EnumProperty):
        return {str(prop.class_info.name)}
    if isinstance(prop, ListProperty):
        return classes(prop.inner_property)
    if isinstance(prop, UnionProperty):
        return set[str]().union(*(classes(arm) for arm in prop.inner_properties))
    if isinstance(prop, ModelProperty):
        if not is_map(prop):
            return {str(prop.class_info.name)}
        return classes(prop.additional_properties) if prop.additional_properties else set()
    return set()
