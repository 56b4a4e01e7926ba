"""The first page after signing in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.web.http import Request


@require_safe
def page(request: Request) -> HttpResponse:
    return render(request, "beranda/page.html")
