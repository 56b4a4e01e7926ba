"""The app as Django knows it."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Named by its short label, which table names and migrations carry."""

    name = "pamong.apps.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Refuse settings that name no role of ours."""
        from pamong.apps.accounts.signing_in import check_settings  # noqa: PLC0415  models first

        check_settings()
