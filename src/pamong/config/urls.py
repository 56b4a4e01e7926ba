"""The addresses of the site; each screen keeps its own."""

from django.urls import include, path

urlpatterns = [path("", include("pamong.web.urls"))]
