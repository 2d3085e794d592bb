"""The ticket's life: states, moves, clocks. As pure as the dialogs, and as tabular."""
