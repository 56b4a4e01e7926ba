import json
import re

from tests.docs.markdown import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def test_testing_runs_on_the_versions_that_people_get():
    running, testing = pins("base"), pins("dev")

    assert running
    assert running.items() <= testing.items()


def test_every_package_is_locked_by_hash():
    for lock in LOCKS:
        packages = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())

        assert [entry for entry in packages if "--hash=sha256:" not in entry] == [], lock.name


def test_no_lock_names_an_address():
    frontend = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")

    assert [lock.name for lock in LOCKS if "://" in lock.read_text(encoding="utf-8")] == []
    assert "://" not in json.dumps(json.loads(frontend))


def pins(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][\w.-]*)(?:\[[^\]]*\])?==(\S+)", text, re.MULTILINE))
