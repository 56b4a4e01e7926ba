"""The app as Django knows it."""

from django.apps import AppConfig


class PenggabunganConfig(AppConfig):
    """Named by its short label, which table names and migrations carry."""

    name = "pamong.apps.penggabungan"
    label = "penggabungan"
