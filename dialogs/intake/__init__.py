"""The complaint's draft: what a story tells, what is still missing, the card it ends on."""
