"""What a user would pick instead: small bots that take the same complaint. Not our code's style
of storing things, but that of each library's own documentation.
"""
