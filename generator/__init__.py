"""Generates the package `hms_generated_client` from the OpenAPI document in `openapi/`.

`python -m generator` runs the steps of `generator.pipeline`, one module each:
source and bundle, check, lower, parse, render, format, verify.
"""
