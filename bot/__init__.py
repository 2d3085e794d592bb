"""The porch: processes, network, clock and environment."""
