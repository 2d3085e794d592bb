"""What faults are tried on: the catalogue without its waits, and a Bot API server."""

from tests.e2e.conftest import api, catalog

__all__ = ["api", "catalog"]
