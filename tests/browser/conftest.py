"""Debian's Chromium on the live site, signed in, seeing the world of the page tests."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from unittest import mock

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import Client
from playwright.sync_api import Browser, Page, Request
from tests.support.copied import Prepared
from tests.web.conftest import World, a_world, operator  # noqa: F401  a fixture to share

from pamong.apps.accounts.models import Role, RoleGrant

CHROMIUM = "/usr/bin/chromium"
SIZES = {"lebar": {"width": 1280, "height": 900}, "sempit": {"width": 360, "height": 780}}

# Playwright keeps an event loop in this thread, and Django then refuses to touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    return {"executable_path": CHROMIUM, "args": ["--no-sandbox"]}


@pytest.fixture(autouse=True)
def a_demonstration(settings):
    """Show the banner too: it must fit and be readable."""
    settings.PAMONG_DEMONSTRATION = True


@dataclass
class Visit:
    """One browser window on the site, and what went wrong in it."""

    page: Page
    base: str
    troubles: list[str]
    asked: list[str]

    def open(self, address: str) -> Page:
        self.page.goto(self.base + address)  # until it is loaded, scripts and styles too
        return self.page


@pytest.fixture(scope="session")
def prepared(django_db_setup, django_db_blocker) -> Iterator[Prepared[World]]:
    with django_db_blocker.unblock():
        made = Prepared(a_world)
        yield made
        made.drop()


@pytest.fixture
def transactional_db(request, prepared, django_db_blocker) -> Iterator[World | None]:
    """Give each test a database of its own, for the site sees only what is committed."""
    with django_db_blocker.unblock():
        if "world" in request.fixturenames:
            yield prepared.filled()
        else:
            yield prepared.empty()


@pytest.fixture
def db(transactional_db) -> None:
    """Nothing is taken back here: the next test has another database."""


@pytest.fixture
def world(transactional_db) -> World:
    return transactional_db


@pytest.fixture(scope="session", autouse=True)
def files_are_kept() -> Iterator[None]:
    """Let the browser keep styles and scripts for a test, as their names let it in the program."""
    serve = StaticFilesHandler.serve

    def served(handler, request):
        answer = serve(handler, request)
        answer["Cache-Control"] = "max-age=3600"
        return answer

    with mock.patch.object(StaticFilesHandler, "serve", served):
        yield


OF_ANOTHER = {"betulkan", "betulkan catatan", "betulkan diri"}
"""Pages that answer a request, which nobody may whose own request it is."""


@pytest.fixture
def pages(world):
    """What the visitor may open, by what each page is called."""
    return {name: at for name, at in world.pages().items() if name not in OF_ANOTHER}


PARTS = range(4)
"""Tests of every page come in parts, so that the processes of a run finish together."""


def part_of(pages: dict[str, str], part: int) -> list[tuple[str, str]]:
    return list(pages.items())[part :: len(PARTS)]


@pytest.fixture
def visit(browser: Browser, live_server, operator, world) -> Iterator:  # noqa: F811  the fixtures above
    """Open windows: ``visit("lebar", "dark")``; at the end none may have seen an error.

    The operator is admin of the BKD too, and is in its records, so that he may open every page.
    """
    RoleGrant.objects.create(
        user=operator,
        role=Role.BKD_ADMIN,
        pemda=world.pemda,
        person=world.request.pegawai.person,
        starts_on=date(2019, 1, 1),
    )
    signed_in = Client()
    signed_in.force_login(operator)
    cookie = signed_in.cookies[settings.SESSION_COOKIE_NAME].value
    opened = []

    def window(size: str = "lebar", scheme: str = "light", **more) -> Visit:
        context = browser.new_context(
            viewport=SIZES[size],
            color_scheme=scheme,
            locale="id-ID",
            reduced_motion="reduce",
            **more,
        )
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
        )
        seen = Visit(context.new_page(), live_server.url, [], [])
        watch(seen)
        opened.append((context, seen))
        return seen

    yield window
    for context, seen in opened:
        context.close()
        assert seen.troubles == []


def watch(seen: Visit) -> None:
    def asked(request: Request) -> None:
        seen.asked.append(request.url)

    seen.page.on("request", asked)
    seen.page.on("pageerror", lambda error: seen.troubles.append(str(error)))
    seen.page.on(
        "console",
        lambda message: seen.troubles.append(message.text) if message.type == "error" else None,
    )
