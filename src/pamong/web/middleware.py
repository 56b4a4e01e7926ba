"""What every answer of the site carries."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Respond = Callable[[HttpRequest], HttpResponse]


class LanguageMiddleware:
    """Shows the site in the language that was chosen, and in Indonesian where none was.

    Django's own would follow the browser's languages; the language of the office is Indonesian,
    and English is a choice.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        known = dict(settings.LANGUAGES)
        language = chosen if chosen in known else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class DemonstrationMiddleware:
    """Marks the requests of a demonstration; search engines are asked to keep away from all."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.is_demonstration = settings.PAMONG_DEMONSTRATION  # type: ignore[attr-defined]  # web.http.Request declares it
        response = self.get_response(request)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response
