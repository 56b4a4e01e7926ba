"""The background worker, as a process of its own: ``python -m pamong.cli.worker``."""

import os

from pamong.installation.place import cache_path
from pamong.law.plans import keep_plans_in


def main() -> None:
    """Do the jobs of the database that the environment names, until SIGINT or SIGTERM."""
    import django

    django.setup()
    keep_plans_in(cache_path(environ=os.environ))
    from procrastinate.contrib.django import app, django_connector

    from pamong.apps.core.left_behind import take_up_what_was_left

    take_up_what_was_left()

    connector = app.connector
    if not isinstance(connector, django_connector.DjangoConnector):
        raise TypeError(f"the worker needs Django's connector, got {connector!r}")
    with app.replace_connector(connector.get_worker_connector()):
        app.run_worker()


if __name__ == "__main__":
    main()
