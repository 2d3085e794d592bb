"""The shop window: every screen that a subscriber can meet, as pages that need no server."""
