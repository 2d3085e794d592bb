"""The doors to the dialogs: words without a dialog, a ticket's buttons, commands."""
