import re
from pathlib import Path

from tests.support.people import ROOT


def without(module, python):
    """A Python whose ``module`` cannot be imported; everything else is the real one."""
    return f'case "$2" in *{module}*) exit 1 ;; esac\nexec {python} "$@"'


def test_a_python_without_its_venv_part_is_said_and_leaves_no_half(
    run, checkout, commands, python
):
    commands("python3", without("ensurepip", python))

    ended = run("setup")

    assert ended.returncode == 4
    assert "Python lacks its venv part. Run: sudo apt install python3-venv" in ended.stderr
    assert "sudo apt install python3-venv" in ended.stderr.splitlines()[0]
    assert not (checkout / ".venv").exists()


def test_the_demonstration_ends_with_the_same_sentence(run, commands, python):
    commands("python3", without("ensurepip", python))

    ended = run("demo", "--no-serve")

    assert (ended.returncode, ended.stdout) == (4, "")
    assert "python3-venv" in ended.stderr


def test_an_old_python_is_said(run, commands):
    for name in ("python3", "python3.13", "python3.12", "python3.11"):
        commands(name, "exit 1")

    ended = run("setup")

    assert ended.returncode == 4
    assert "Python 3.11" in ended.stderr


def test_a_full_disk_is_said_before_anything_is_made(run, checkout, commands):
    commands("df", 'echo "Filesystem 1M-blocks Used Available"; echo "disk 9000 8990 10"')

    ended = run("setup")

    assert ended.returncode == 4
    assert "tersisa 10 MB" in ended.stderr
    assert not (checkout / ".venv").exists()


def test_an_unknown_option_is_a_wrong_call(run):
    ended = run("setup", "--develop")

    assert ended.returncode == 2
    assert "--develop" in ended.stderr


def test_help_is_shown_without_setting_anything_up(run, checkout):
    for name in ("setup", "demo"):
        ended = run(name, "--help")

        assert ended.returncode == 0
        assert f"script/{name}" in ended.stdout
    assert not (checkout / ".venv").exists()


def test_no_script_calls_what_a_bare_debian_lacks():
    for name in ("setup", "demo"):
        lines = (ROOT / "script" / name).read_text().splitlines()
        code = "\n".join(line for line in lines if not line.lstrip().startswith("#"))

        assert not re.search(r"(^|[\s|&;(])(git|curl|wget)\s", code, re.MULTILINE), name


def test_continuous_integration_ends_as_the_tests_do(checkout):
    assert Path(ROOT / ".ci/run").read_text().rstrip().endswith("exec script/test")
