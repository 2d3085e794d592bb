"""What must hold: the tree mirrors the source; peers/ plays the networks."""
