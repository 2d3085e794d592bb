"""The desk's figures: what each ticket adds to them, and what is made of the sums.

`docs/figures.md` says of every figure what is counted, among which, and by which day.
"""
