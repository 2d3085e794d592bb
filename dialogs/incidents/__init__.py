"""Incidents (批量投诉, domain.md §3.6): one trouble of many, with one owner and one wording."""
