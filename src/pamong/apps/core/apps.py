"""The app as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext

from pamong.kernel.language import speak_with


class CoreConfig(AppConfig):
    """Named by its short label, which table names and migrations carry."""

    name = "pamong.apps.core"
    label = "core"

    def ready(self) -> None:
        """Let the rooms below Django tell their sentences in the language of the reader."""
        speak_with(gettext)
