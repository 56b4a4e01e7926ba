"""The background worker, as a process of its own: ``python -m pamong.cli.worker``."""


def main() -> None:
    """Do the jobs of the database that the environment names, until SIGINT or SIGTERM."""
    import django

    django.setup()

    from procrastinate.contrib.django import app, django_connector

    connector = app.connector
    if not isinstance(connector, django_connector.DjangoConnector):
        raise TypeError(f"the worker needs Django's connector, got {connector!r}")
    with app.replace_connector(connector.get_worker_connector()):
        app.run_worker()


if __name__ == "__main__":
    main()
