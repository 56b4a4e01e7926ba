"""Templates, icons and scripts: nothing unknown, nothing unused, nothing overgrown."""

import re
from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src" / "pamong" / "web"
TEMPLATES = {
    str(path.relative_to(folder)): path
    for folder in sorted(WEB.glob("*/templates"))
    for path in sorted(folder.rglob("*.html"))
}
SOURCES = [*TEMPLATES.values(), *sorted(WEB.rglob("*.py"))]
FOUND_BY_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
SCRIPTS = sorted((WEB / "static" / "pamong" / "js").glob("*.js"))
STYLES = sorted((WEB / "static" / "pamong" / "css").glob("*.css"))


def told(paths) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def listed_icons() -> list[str]:
    lines = (ROOT / "frontend" / "icons.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_every_icon_is_in_the_list_and_the_list_holds_no_other():
    used = set(re.findall(r'{% icon "([^"]+)" %}', told(TEMPLATES.values())))
    menu = set(re.findall(r'"([a-z-]+)",\s+here\.address', told([WEB / "context.py"])))

    assert used | menu == set(listed_icons())


def test_the_list_of_icons_is_sorted():
    assert listed_icons() == sorted(listed_icons())


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles_and_is_used(name):
    get_template(name)

    others = told(path for path in SOURCES if path != TEMPLATES[name])
    assert name in FOUND_BY_DJANGO or f'"{name}' in others


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_stays_small_and_a_part_says_what_it_takes(name):
    lines = TEMPLATES[name].read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 80
    is_page = lines[0].startswith(("{% extends", "{% load")) and "<!doctype" in "".join(lines[:2])
    assert is_page or lines[0].startswith(("{% extends", "{% comment %}"))


def test_a_name_that_nobody_gave_fails():
    with pytest.raises(AssertionError, match="nobody"):
        engines["django"].from_string("{{ nobody }}").render({})


def test_every_hook_of_a_script_is_in_a_template_and_the_other_way_round():
    in_pages = set(re.findall(r"data-pamong-[a-z-]+", told(TEMPLATES.values())))
    scripts = told(SCRIPTS)
    in_scripts = set(re.findall(r"data-pamong-[a-z-]+", scripts))
    in_scripts |= {
        "data-pamong-" + re.sub(r"([A-Z])", r"-\1", name).lower().removeprefix("-")
        for name in re.findall(r"dataset\.pamong([A-Z]\w*)", scripts)
    }

    assert in_pages == in_scripts


def test_scripts_and_styles_stay_within_what_one_person_reads():
    assert sum(len(told([path]).splitlines()) for path in SCRIPTS) <= 1500
    assert sum(len(told([path]).splitlines()) for path in STYLES) <= 3750


def test_every_stylesheet_is_imported_once():
    imported = re.findall(r'url\("(\w+\.css)"\)', told([STYLES[0].with_name("app.css")]))

    assert sorted(imported) == [path.name for path in STYLES if path.name != "app.css"]
