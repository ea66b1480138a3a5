"""Contract tests: the mock server against the OpenAPI document, over HTTP."""
