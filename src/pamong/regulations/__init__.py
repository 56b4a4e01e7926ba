"""The content of the law: one TOML a rule, and Python where its form needs one.

``register.toml`` lists every regulation that a rule cites. Folders are subjects; a rule is
``<subject>/<rule>.toml`` with its form in ``<rule>.py`` beside it. ``pamong.law`` reads them.
"""
