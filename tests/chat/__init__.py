"""Chats as tests: a script is played on a network and must be heard to the letter."""
