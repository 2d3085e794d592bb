"""The other ends of our wires, played strictly: servers and the people behind them."""
