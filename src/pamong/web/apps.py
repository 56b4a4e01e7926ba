"""The pages as Django knows them."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Lets the time of a session run from the moment that somebody signed in."""

    name = "pamong.web"

    def ready(self) -> None:
        """Listen where Django has no other place for it."""
        from django.contrib.auth.signals import user_logged_in  # noqa: PLC0415  apps must be there

        from pamong.web.masuk.session_end import begin  # noqa: PLC0415

        user_logged_in.connect(
            lambda request, **_told: begin(request.session),
            weak=False,
            dispatch_uid="pamong.web.session_end",
        )
