"""The operations of the API, one module each."""
