"""The app as Django knows it."""

from django.apps import AppConfig


class PenataanConfig(AppConfig):
    """Named by its short label, which table names and migrations carry."""

    name = "pamong.apps.penataan"
    label = "penataan"
