"""Settings from the environment: typed, refused in words, and secrets from files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.config import env
from pamong.config.env import SettingError


@pytest.fixture
def given_env(monkeypatch):
    def put(**values):
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return put


def test_a_text_is_read_or_its_default_taken(given_env):
    given_env(PAMONG_X="isi")

    assert env.text("PAMONG_X") == "isi"
    assert env.text("PAMONG_Y", "bawaan") == "bawaan"


def test_a_missing_text_stops_with_both_ways_to_give_it():
    with pytest.raises(SettingError, match=r"Isi PAMONG_X atau PAMONG_X_FILE\."):
        env.text("PAMONG_X")


def test_a_secret_may_stand_in_a_file(given_env, tmp_path):
    (tmp_path / "kunci").write_text("rahasia\n", encoding="utf-8")
    given_env(PAMONG_X_FILE=str(tmp_path / "kunci"))

    assert env.text("PAMONG_X", "bawaan") == "rahasia"


def test_the_value_itself_wins_over_its_file(given_env):
    given_env(PAMONG_X="isi", PAMONG_X_FILE="/tidak/ada")

    assert env.text("PAMONG_X") == "isi"


def test_a_file_that_cannot_be_read_is_an_error_and_never_the_default(given_env, tmp_path):
    given_env(PAMONG_X_FILE=str(tmp_path / "hilang"))

    with pytest.raises(SettingError, match="hilang, tetapi berkas itu tidak dapat dibaca"):
        env.text("PAMONG_X", "bawaan")


def test_a_file_that_is_a_folder_or_no_text_is_an_error(given_env, tmp_path):
    (tmp_path / "acak").write_bytes(b"\xff\xfe\x00\x81")

    for path in (tmp_path, tmp_path / "acak"):
        given_env(PAMONG_X_FILE=str(path))
        with pytest.raises(SettingError, match="tidak dapat dibaca"):
            env.text("PAMONG_X")


@pytest.mark.parametrize(
    ("value", "meant"),
    [("1", True), ("true", True), (" TRUE ", True), ("0", False), ("False", False), ("", False)],
)
def test_yes_and_no_are_read(value, meant, given_env):
    given_env(PAMONG_X=value)

    assert env.boolean("PAMONG_X", default=not meant) is meant


@given(
    value=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)
)
def test_anything_else_is_neither_yes_nor_no(value):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAMONG_X", value)
        if value.strip().casefold() in {"1", "0", "true", "false", ""}:
            return
        with pytest.raises(SettingError, match="isi dengan 1 atau 0"):
            env.boolean("PAMONG_X", default=True)


def test_words_are_separated_by_commas(given_env):
    given_env(PAMONG_X=" satu, dua ,,")

    assert env.words("PAMONG_X") == ["satu", "dua"]
    assert env.words("PAMONG_Y", "a,b") == ["a", "b"]
    assert env.words("PAMONG_Y", "") == []


def test_words_without_a_default_must_be_there(given_env):
    given_env(PAMONG_X=" , ")

    for name in ("PAMONG_X", "PAMONG_Y"):
        with pytest.raises(SettingError, match=name):
            env.words(name)


def test_a_secret_that_can_be_guessed_is_refused(given_env):
    given_env(PAMONG_X="rahasia", PAMONG_Y="x" * 32)

    with pytest.raises(SettingError, match="lebih pendek dari 32 huruf") as refused:
        env.secret("PAMONG_X")

    assert "rahasia" not in str(refused.value)
    assert env.secret("PAMONG_Y")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://siti:p%40ss@db.contoh:5433/pamong_uji?sslmode=require",
            {
                "NAME": "pamong_uji",
                "USER": "siti",
                "PASSWORD": "p@ss",
                "HOST": "db.contoh",
                "PORT": "5433",
                "OPTIONS": {"sslmode": "require"},
            },
        ),
        (
            "postgres:///pamong?host=/data/run&port=5434",
            {
                "NAME": "pamong",
                "USER": "pamong",
                "HOST": "/data/run",
                "PORT": "5434",
                "OPTIONS": {},
            },
        ),
        ("postgresql://", {"NAME": "pamong", "USER": "pamong", "HOST": "", "PORT": ""}),
    ],
)
def test_a_database_address_becomes_settings(url, expected, given_env):
    given_env(DATABASE_URL=url)

    assert env.database().items() >= expected.items()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("sqlite:///berkas.db", r"harus diawali postgresql://; yang ada sqlite://"),
        ("", r"harus diawali postgresql://; yang ada kosong://"),
        ("postgresql://u@h:abc/d", "bukan angka"),
        ("postgresql://u@h:99999/d", "bukan angka"),
    ],
)
def test_an_address_of_something_else_is_refused_without_telling_its_password(
    url, sentence, given_env
):
    given_env(DATABASE_URL=url)

    with pytest.raises(SettingError, match=sentence):
        env.database()


def test_a_missing_address_is_refused(monkeypatch):
    monkeypatch.delenv("DATABASE_URL")

    with pytest.raises(SettingError, match="DATABASE_URL belum diisi"):
        env.database()


MODEL = {"PAMONG_MODEL_ADDRESS": "https://model.contoh/v1/", "PAMONG_MODEL_NAME": "uji"}


@pytest.fixture
def model(monkeypatch):
    """Set the settings of a language model; a name without a value is not set at all."""

    def set_to(**settings):
        for name in ("ADDRESS", "NAME", "KEY", "KEY_FILE", "SECONDS"):
            monkeypatch.delenv(f"PAMONG_MODEL_{name}", raising=False)
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        return env.model_endpoint()

    return set_to


def test_no_language_model_is_set_by_default(model):
    assert model() is None
    assert model(PAMONG_MODEL_ADDRESS="  ", PAMONG_MODEL_NAME="uji") is None


def test_a_language_model_is_an_address_a_name_a_key_and_a_time(model, tmp_path):
    (tmp_path / "kunci").write_text("rahasia\n", encoding="utf-8")

    told = model(**MODEL, PAMONG_MODEL_KEY_FILE=str(tmp_path / "kunci"))

    assert told == {
        "address": "https://model.contoh/v1",
        "key": "rahasia",
        "name": "uji",
        "seconds": 60,
    }
    here = model(**{**MODEL, "PAMONG_MODEL_ADDRESS": "http://127.0.0.1:11434/v1"})
    assert here["address"] == "http://127.0.0.1:11434/v1"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"PAMONG_MODEL_NAME": ""}, "PAMONG_MODEL_NAME"),
        ({"PAMONG_MODEL_ADDRESS": "model.contoh/v1"}, "https://"),
        ({"PAMONG_MODEL_ADDRESS": "ftp://model.contoh/v1"}, "https://"),
        ({"PAMONG_MODEL_ADDRESS": "https:///v1"}, "https://"),
        ({"PAMONG_MODEL_ADDRESS": "http://model.contoh/v1"}, "hanya boleh ke mesin ini"),
        ({"PAMONG_MODEL_ADDRESS": "http://127.0.0.1.contoh/v1"}, "hanya boleh ke mesin ini"),
        ({"PAMONG_MODEL_ADDRESS": "http://10.0.0.5/v1"}, "hanya boleh ke mesin ini"),
        ({"PAMONG_MODEL_ADDRESS": "https://saya:sandi@model.contoh/v1"}, "PAMONG_MODEL_KEY"),
        ({"PAMONG_MODEL_ADDRESS": "https://model.contoh/v1?kunci=x"}, "PAMONG_MODEL_KEY"),
        ({"PAMONG_MODEL_ADDRESS": "https://model.contoh:pintu/v1"}, "porta"),
        ({"PAMONG_MODEL_KEY": "rahasia\r\nHost: lain"}, "PAMONG_MODEL_KEY"),
        ({"PAMONG_MODEL_KEY": "kuncí"}, "PAMONG_MODEL_KEY"),
        ({"PAMONG_MODEL_SECONDS": "0"}, "PAMONG_MODEL_SECONDS"),
        ({"PAMONG_MODEL_SECONDS": "301"}, "PAMONG_MODEL_SECONDS"),
        ({"PAMONG_MODEL_SECONDS": "semenit"}, "PAMONG_MODEL_SECONDS"),
    ],
)
def test_a_language_model_that_cannot_be_called_safely_stops_the_start(model, changed, sentence):
    with pytest.raises(env.SettingError, match=sentence):
        model(**{**MODEL, **changed})
