"""The content of the law: one TOML a rule, and Python where its form needs one."""
