"""The addresses of the site; each screen keeps its own."""

from django.urls import include, path

urlpatterns = [path("", include("pamong.web.urls"))]
handler400 = "pamong.web.errors.views.bad_request"
handler404 = "pamong.web.errors.views.not_found"
handler429 = "pamong.web.errors.views.too_many"  # allauth asks for it: too many attempts
