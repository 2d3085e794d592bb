"""Corrective and preventive action: what is done so that a fault of ours does not come again."""
