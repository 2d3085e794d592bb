"""The cellar: SQL and nothing else; its functions work on a `Connection` of the store's."""

from sqlalchemy import Connection

__all__ = ["Connection"]
