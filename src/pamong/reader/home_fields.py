"""The government of a forum as two fields of a draft: its name and its kind."""

from pamong.reader.draft import Candidate
from pamong.reader.found import Found
from pamong.reader.regions import Region


def named(home: Found[Region] | None) -> Found[str] | None:
    """Return the full name of the government."""
    if home is None:
        return None
    return Found(home.value.full_name, home.spans, home.reason, home.candidates)


def kind_of(home: Found[Region] | None) -> Found[str] | None:
    """Return the kind of the government; candidates are those of the region."""
    if home is None:
        return None
    kinds = {str(one.value).split(" ", 1)[0].lower(): one for one in home.candidates}
    candidates = tuple(Candidate(kind, one.reason, one.spans) for kind, one in kinds.items())
    return Found(
        home.value.kind, home.spans, home.reason, candidates if len(candidates) > 1 else ()
    )
