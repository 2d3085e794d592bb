"""The pure room: complaint dialogs and the ticket's life as values and functions."""
