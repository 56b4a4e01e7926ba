"""The example of docs/how-to/add-a-page.md is added to a copy and opened."""

import importlib
import re
import sys
import types

from django.urls import clear_url_caches, include, path
from tests.docs.markdown import ROOT, write_files
from tests.web.conftest import Undefined

import pamong.apps.kepegawaian
import pamong.web


def test_the_page_that_the_how_to_shows_can_be_added_and_opened(
    world, client, tmp_path, monkeypatch, settings, request
):
    names = write_files(ROOT / "docs" / "how-to" / "add-a-page.md", tmp_path)
    for package in (pamong.web, pamong.apps.kepegawaian):
        beside = tmp_path / "src" / package.__name__.replace(".", "/")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(beside)])
    (engine,) = settings.TEMPLATES
    folder = tmp_path / "src/pamong/web/ringkasan/templates"
    options = {**engine["OPTIONS"], "string_if_invalid": Undefined("%s")}
    settings.TEMPLATES = [{**engine, "DIRS": [folder, *engine["DIRS"]], "OPTIONS": options}]
    addresses = types.ModuleType("addresses")
    addresses.urlpatterns = [
        path("", include("pamong.web.ringkasan.urls")),
        path("", include(settings.ROOT_URLCONF)),
    ]
    monkeypatch.setitem(sys.modules, "addresses", addresses)
    settings.ROOT_URLCONF = "addresses"
    clear_url_caches()
    request.addfinalizer(clear_url_caches)
    importlib.invalidate_caches()

    told = client.get(f"/{world.pemda.slug}/ringkasan/?per=2024-10-01").content.decode()

    assert len(names) == 4
    assert re.search(r"\d+ pegawai tercatat pada", told)
