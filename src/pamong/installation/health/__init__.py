"""Whether an installation is well: each check says what it found, what that means, what to do.

Nothing here changes anything. What only Django knows (settings, migrations, triggers that should
be there) is an argument.
"""
