"""Appeals to an outside body (domain.md §5): what the file needs, and whether it would be taken."""
