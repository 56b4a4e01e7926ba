"""No log line names a person: known keys are dropped, also deep inside a field."""

import json
import logging
import logging.config

import pytest
import structlog

from pamong.config.logs import PERSONAL, configuration, drop_personal

SECRET = "Siti Rekayasari"


@pytest.mark.parametrize("key", sorted(PERSONAL))
def test_each_personal_key_is_dropped(key):
    told = drop_personal(None, "info", {"event": "uji.dicatat", key: SECRET, "kode": "D-1"})

    assert SECRET not in str(told)
    assert (told["event"], told["kode"]) == ("uji.dicatat", "D-1")


@pytest.mark.parametrize("key", ["NIP", "Nama", "nama"])
def test_a_personal_key_is_dropped_however_deep_and_written(key):
    told = drop_personal(None, "info", {"event": "uji", "row": {"x": [{key: SECRET}, 1]}, "id": 7})

    assert SECRET not in str(told)
    assert told["id"] == 7


def test_the_keys_of_the_law_s_numbers_and_of_names_are_known():
    assert {"nip", "nik", "nama", "name", "alamat", "address", "words", "kutipan"} <= PERSONAL


def test_a_server_writes_json_without_names(capsys):
    before = logging.getLogger().handlers[:]
    try:
        logging.config.dictConfig(configuration(human=False))
        structlog.get_logger("uji").warning("uji.ditolak", nip="196501010000000001", kode="D-1")
        line = json.loads(capsys.readouterr().err.strip().splitlines()[-1])
    finally:
        logging.getLogger().handlers[:] = before
        structlog.reset_defaults()

    assert (line["event"], line["kode"], line["level"]) == ("uji.ditolak", "D-1", "warning")
    assert "196501010000000001" not in str(line)


def fail_with(power: int) -> None:
    typed = 7**power  # its digits stand in no line of the source
    raise LookupError(typed > 0)


def test_a_desk_tells_where_something_failed_and_not_with_which_values(capsys):
    before = logging.getLogger().handlers[:]
    try:
        logging.config.dictConfig(configuration(human=True))
        try:
            fail_with(9)
        except LookupError:
            structlog.get_logger("uji").exception("uji.gagal")
        told = capsys.readouterr().err
    finally:
        logging.getLogger().handlers[:] = before
        structlog.reset_defaults()

    assert "LookupError: True" in told
    assert str(7**9) not in told


def test_the_secret_of_a_calendar_is_in_no_line():
    lines = [
        drop_personal(
            None, "error", {"event": "Internal Server Error: /kalender/abc_-9/semua.ics"}
        ),
        drop_personal(None, "warning", {"event": "uji", "row": ["/kalender/abc_-9/saya.ics?x=1"]}),
    ]

    assert "abc_-9" not in repr(lines)
    assert "/kalender/[dihapus]/semua.ics" in lines[0]["event"]
    assert drop_personal(None, "info", {"event": "/saya/kalender/"})["event"] == "/saya/kalender/"
