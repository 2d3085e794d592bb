"""Free telling understood: amounts, times, numbers and wishes out of what a person wrote.

Pure functions over text. A value is taken only where the words say what it is; whoever calls
shows every value taken and lets it be changed.
"""
