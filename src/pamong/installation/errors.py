"""The family of errors about the machine itself: each is one Indonesian sentence for a person."""


class InstallationError(Exception):
    """Something on this machine must change before Pamong can go on; the text says what."""
