"""Templates, and their roles, settings, destinations and recording configurations."""

from __future__ import annotations

import copy

from hms_mock.clock import milliseconds
from hms_mock.errors import name_taken, not_found
from hms_mock.model.templates import Template, complete_role, complete_settings, without_false
from hms_mock.pagination import paginate
from hms_mock.registry import HandlerTable, Reply, Request

handler = HandlerTable()


@handler("createTemplate")
def create_template(request: Request) -> Reply:
    """Create a template, or overwrite the one that has the name already."""
    workspace, state, body = request.workspace, request.state, request.members
    template = workspace.template_named(body["name"]) if "name" in body else None
    if template is None:
        template = state.new_template(workspace, body.get("name") or f"template_{state.ids.uuid()}")
    else:
        template.updated_at = milliseconds(state.clock.now())
    template.overwrite(body)
    return Reply(template.to_json(workspace.customer_id))


@handler("listTemplates")
def list_templates(request: Request) -> Reply:
    """One page of templates."""
    workspace, query = request.workspace, request.query
    page = paginate(workspace.templates, start=query.get("start"), limit=query["limit"])
    data = [template.to_json(workspace.customer_id) for template in page.items]
    return Reply({"limit": query["limit"], "data": data, "last": page.last})


@handler("getTemplate")
def get_template(request: Request) -> Reply:
    """One template."""
    return Reply(_template(request).to_json(request.workspace.customer_id))


@handler("updateTemplate")
def update_template(request: Request) -> Reply:
    """Overwrite a template. Only the name stays when it is left out."""
    workspace, body = request.workspace, request.members
    template = _template(request)
    if "name" in body:
        namesake = workspace.template_named(body["name"])
        if namesake is not None and namesake is not template:
            raise name_taken("Template", body["name"])
        workspace.name_template(template, body["name"])
    template.overwrite(body)
    _touch(request, template)
    return Reply(template.to_json(workspace.customer_id))


@handler("getTemplateRole")
def get_role(request: Request) -> Reply:
    """One role of a template."""
    template, name = _template(request), request.path["role_name"]
    if name not in template.roles:
        raise not_found("Role", name)
    return Reply(template.roles[name])


@handler("upsertTemplateRole")
def upsert_role(request: Request) -> Reply:
    """Create a role, change it, or give it the name in the body."""
    template, name, body = _template(request), request.path["role_name"], request.members
    new_name = body.get("name") or name
    if new_name != name and new_name in template.roles:
        raise name_taken("Role", new_name)
    names = [new_name if each == name else each for each in template.roles]
    if new_name not in names:
        names.append(new_name)
    role = complete_role(new_name, template.roles.get(name, {}) | copy.deepcopy(dict(body)), names)
    # Renaming keeps the place of a role among the others.
    template.roles = {each: template.roles.get(each, role) for each in names} | {new_name: role}
    _touch(request, template)
    return Reply(role)


@handler("deleteTemplateRole")
def delete_role(request: Request) -> Reply:
    """Delete a role. Peers that are in it stay until they leave; nobody can join in it any more."""
    template, name = _template(request), request.path["role_name"]
    if name not in template.roles:
        raise not_found("Role", name)
    del template.roles[name]
    _touch(request, template)
    return Reply(status=204)


@handler("getTemplateSettings")
def get_settings(request: Request) -> Reply:
    """The settings of a template."""
    return Reply(_template(request).settings)


@handler("updateTemplateSettings")
def update_settings(request: Request) -> Reply:
    """Overwrite the settings of a template."""
    template = _template(request)
    template.settings = complete_settings(request.body)
    _touch(request, template)
    return Reply(template.settings)


@handler("getTemplateDestinations")
def get_destinations(request: Request) -> Reply:
    """The destinations of a template."""
    return Reply(_template(request).destinations)


@handler("updateTemplateDestinations")
def update_destinations(request: Request) -> Reply:
    """Overwrite the destinations of a template."""
    template = _template(request)
    template.destinations = copy.deepcopy(request.body)
    _touch(request, template)
    return Reply(template.destinations)


@handler("getTemplateRecordings")
def get_recordings(request: Request) -> Reply:
    """The recording configuration of a template."""
    return Reply(_template(request).recordings)


@handler("updateTemplateRecordings")
def update_recordings(request: Request) -> Reply:
    """Overwrite the recording configuration of a template."""
    template = _template(request)
    for configuration in request.body:
        if configuration["role"] not in template.roles:
            raise not_found("Role", configuration["role"])
    template.recordings = without_false(request.body)
    _touch(request, template)
    return Reply(template.recordings)


def _template(request: Request) -> Template:
    return request.workspace.template(request.path["template_id"])


def _touch(request: Request, template: Template) -> None:
    template.updated_at = milliseconds(request.state.clock.now())
