"""The cellar: SQL and nothing else. Its functions work on a `Connection` that the store hands out."""

from sqlalchemy import Connection

__all__ = ["Connection"]
