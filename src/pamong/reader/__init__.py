"""Documents in Indonesian become drafts; every value keeps the place it came from."""

from pamong.reader.draft import Draft
from pamong.reader.known import Known, KnownHolder
from pamong.reader.reading import read

__all__ = ["Draft", "Known", "KnownHolder", "read"]
