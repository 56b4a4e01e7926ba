"""Sending a stored file: always as a download, never to be shown inside the site."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.http import content_disposition_header

if TYPE_CHECKING:
    from pamong.apps.core.models import StoredFile


def download(file: "StoredFile") -> HttpResponse:
    """Answer with a file under the name that it came with; the browser must not guess its kind."""
    answer = HttpResponse(bytes(file.content), content_type=file.media_type)
    answer["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=file.name
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer
