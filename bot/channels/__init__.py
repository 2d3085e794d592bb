"""One file a network; channels never import each other."""
