"""Production refuses to start half-configured, or over the data of a demonstration."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "DATABASE_URL": "postgresql://pamong@/pamong",
    "PAMONG_SECRET_KEY": "x" * 50,
    "PAMONG_ALLOWED_HOSTS": "pamong.contoh.id",
}

OIDC = {
    "PAMONG_OIDC_ISSUER": "https://sso.contoh.id",
    "PAMONG_OIDC_CLIENT_ID": "pamong",
    "PAMONG_OIDC_CLIENT_SECRET": "rahasia",
}


def start(**environment):
    """Import the production settings in a process of their own; give its last line."""
    tried = subprocess.run(
        [sys.executable, "-c", "import pamong.config.settings.production as s; print(s.DEBUG)"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return (tried.stdout + tried.stderr).strip().splitlines()[-1]


def test_production_starts_when_everything_is_said():
    assert start(**COMPLETE) == "False"
    assert start(**COMPLETE, **OIDC) == "False"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"PAMONG_DEMONSTRATION": "1"}, "Setelan produksi menolak data peraga."),
        ({"PAMONG_DEMONSTRATION": "ya"}, "isi dengan 1 atau 0."),
        ({"PAMONG_SECRET_KEY": None}, "Setelan PAMONG_SECRET_KEY belum diisi."),
        ({"PAMONG_SECRET_KEY": ""}, "PAMONG_SECRET_KEY lebih pendek dari 32 huruf."),
        ({"PAMONG_ALLOWED_HOSTS": None}, "Setelan PAMONG_ALLOWED_HOSTS belum diisi."),
        ({"PAMONG_ALLOWED_HOSTS": " "}, "Setelan PAMONG_ALLOWED_HOSTS kosong."),
        (OIDC | {"PAMONG_OIDC_ISSUER": "http://127.0.0.1:9/"}, "menolak PAMONG_OIDC_ISSUER"),
        (OIDC | {"PAMONG_OIDC_ISSUER": "http://sso.contoh.id"}, "yang hanya boleh ke mesin ini"),
        (OIDC | {"PAMONG_OIDC_CLIENT_SECRET": ""}, "PAMONG_OIDC_CLIENT_SECRET belum diisi"),
        (OIDC | {"PAMONG_OIDC_CLIENT_ID": ""}, "PAMONG_OIDC_CLIENT_ID belum diisi"),
        (
            OIDC | {"PAMONG_OIDC_NEW_ACCOUNTS": "contoh", "PAMONG_OIDC_CLAIM": "nip"},
            "menolak PAMONG_OIDC_NEW_ACCOUNTS",
        ),
        ({"PAMONG_SESSION_HOURS": "48"}, "isi dengan 1 sampai 24"),
        ({"PAMONG_SESSION_IDLE_MINUTES": "setengah"}, "isi dengan 5 sampai 720"),
        ({"PAMONG_PROXIES": "-1"}, "isi dengan 0 sampai 5"),
        ({"DATABASE_URL": None}, "Setelan DATABASE_URL belum diisi."),
    ],
)
def test_production_stops_with_a_sentence(changes, sentence):
    environment = {
        name: value for name, value in (COMPLETE | changes).items() if value is not None
    }

    assert sentence in start(**environment)
