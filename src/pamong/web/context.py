"""What every template may use beside its own values."""

from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Give the frame of the page whether this is a demonstration."""
    return {"is_demonstration": getattr(request, "is_demonstration", False)}
