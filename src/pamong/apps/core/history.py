"""What every table with an office, a person or an act is wrapped in: its history, append-only."""

import pghistory

tracked = pghistory.track
"""Record every insertion, change and deletion of a model, with actor and reason."""
