"""The report of the 21 measures, in words: rows and tables that page, terminal and files print."""
