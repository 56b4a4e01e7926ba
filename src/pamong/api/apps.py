"""The API as Django knows it."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The room of the API."""

    name = "pamong.api"
    label = "api"
