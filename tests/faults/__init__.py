"""Faults on purpose: subscribers who file complaints while Redress dies and the network fails."""
