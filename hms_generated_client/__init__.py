"""Models, operations and resources of the 100ms REST API, version 2.0.0.

Generated from the OpenAPI document, which ships beside this file as `openapi.json`; never edited by
hand. The package describes calls and decodes answers; `hms.Client` sends them.
"""
