"""The staff's group: the card of a ticket and the small dialogs at it. Values in, values out."""
