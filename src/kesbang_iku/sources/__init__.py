"""Reading YAML, JSON and CSV with the place of every value, and numbers as Indonesians write them.

Nothing here raises for what a file holds: readers return what they could read and the findings.
This room knows no indicator and no report.
"""
