"""The pages for a request that cannot be read, or asks for what is not there; they say why."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404

from pamong.web.standpoint import DayRefusedError


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    why = str(exception) if isinstance(exception, DayRefusedError) else ""
    return render(request, "400.html", {"sentence": why}, status=400)


def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    why = "" if isinstance(exception, Resolver404) else str(exception)
    return render(request, "404.html", {"sentence": why}, status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=429)
