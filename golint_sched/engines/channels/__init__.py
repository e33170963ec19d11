"""The channel engine finds out who is left to answer.

`scopes` finds the channels, groups and contexts of a function whose users are all in view, `reading` reads the
functions that use them as little programs, `explore` runs these against each other in every order, and `verdict`
says which operation can wait for ever, and in which run.
"""
