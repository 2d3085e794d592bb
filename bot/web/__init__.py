"""The browser's side: the chat page, the staff desk, and what both share."""
