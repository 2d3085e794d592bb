"""Redress and three other bots under the same load: see README.md."""
