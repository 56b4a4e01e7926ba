"""What every answer of the site carries."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Respond = Callable[[HttpRequest], HttpResponse]


class DemonstrationMiddleware:
    """Marks the requests of a demonstration; search engines are asked to keep away from all."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.is_demonstration = settings.PAMONG_DEMONSTRATION  # type: ignore[attr-defined]  # web.http.Request declares it
        response = self.get_response(request)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response
