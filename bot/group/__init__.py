"""The staff group in Telegram: what happens there is taken, what stands there is drawn."""
