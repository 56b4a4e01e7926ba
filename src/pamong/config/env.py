"""Reading settings from the environment: typed, and refusing what they do not understand.

A secret may also come from a file: where ``NAME`` is asked for, ``NAME_FILE`` may name a file that
holds it. An unreadable file is an error, never a default.
"""

import os
from pathlib import Path
from typing import TypedDict
from urllib.parse import parse_qs, unquote, urlsplit

SHORTEST_SECRET = 32
LONGEST_WAIT = 300  # seconds for one answer of a language model


class ModelSetting(TypedDict):
    """Where a language model answers, and how long it may take."""

    address: str
    key: str
    name: str
    seconds: int


class SettingError(Exception):
    """A setting in the environment is missing or cannot be understood."""


def text(name: str, default: str | None = None) -> str:
    """Read a text.

    Raises:
        SettingError: neither ``name`` nor ``name_FILE`` is set and there is no default, or the
            file cannot be read.
    """
    value = os.environ.get(name)
    if value is not None:
        return value
    from_file = os.environ.get(f"{name}_FILE")
    if from_file is not None:
        try:
            return Path(from_file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "isinya bukan teks UTF-8"
            raise SettingError(
                f"{name}_FILE menunjuk ke {from_file}, tetapi berkas itu tidak dapat dibaca: "
                f"{why}."
            ) from error
    if default is None:
        raise SettingError(f"Setelan {name} belum diisi. Isi {name} atau {name}_FILE.")
    return default


def secret(name: str) -> str:
    """Read a text that nobody may guess.

    Raises:
        SettingError: it is missing, or shorter than 32 characters.
    """
    value = text(name)
    if len(value) < SHORTEST_SECRET:
        raise SettingError(
            f"Setelan {name} lebih pendek dari {SHORTEST_SECRET} huruf. Isi dengan teks acak."
        )
    return value


def boolean(name: str, *, default: bool) -> bool:
    """Read ``1``/``0`` or ``true``/``false``; anything else stops the start."""
    value = text(name, "1" if default else "0").strip().casefold()
    if value in {"1", "true"}:
        return True
    if value in {"0", "false", ""}:
        return False
    raise SettingError(f"Setelan {name} berisi {value!r}; isi dengan 1 atau 0.")


def whole(name: str, default: int, *, least: int, most: int) -> int:
    """Read a whole number from ``least`` to ``most``.

    Raises:
        SettingError: it is something else.
    """
    value = text(name, str(default)).strip()
    if not (value.isascii() and value.isdecimal()) or not least <= int(value) <= most:
        raise SettingError(f"Setelan {name} berisi {value!r}; isi dengan {least} sampai {most}.")
    return int(value)


def words(name: str, default: str | None = None) -> list[str]:
    """Read a list of words separated by commas.

    Raises:
        SettingError: there is no default, and no word either.
    """
    found = [word.strip() for word in text(name, default).split(",") if word.strip()]
    if default is None and not found:
        raise SettingError(f"Setelan {name} kosong. Isi, dengan koma di antara nilainya.")
    return found


def model_endpoint() -> ModelSetting | None:
    """Read where a language model answers; ``None`` where ``PAMONG_MODEL_ADDRESS`` is empty.

    Raises:
        SettingError: the address is no https address (http only to this machine), the name is
            missing, the key cannot stand in a header, or the seconds are not 1 to 300.
    """
    address = text("PAMONG_MODEL_ADDRESS", "").strip().rstrip("/")
    if not address:
        return None
    refuse_address("PAMONG_MODEL_ADDRESS", address, key_in="PAMONG_MODEL_KEY")
    name, key = text("PAMONG_MODEL_NAME", "").strip(), text("PAMONG_MODEL_KEY", "").strip()
    if not name:
        raise SettingError("Setelan PAMONG_MODEL_NAME belum diisi. Isi dengan nama modelnya.")
    if not (key.isascii() and key.isprintable()):
        raise SettingError("Setelan PAMONG_MODEL_KEY memuat tanda yang bukan huruf ASCII biasa.")
    seconds = text("PAMONG_MODEL_SECONDS", "60").strip()
    if not (seconds.isascii() and seconds.isdecimal()) or not 1 <= int(seconds) <= LONGEST_WAIT:
        raise SettingError(
            f"Setelan PAMONG_MODEL_SECONDS berisi {seconds!r}; isi dengan 1 sampai {LONGEST_WAIT}."
        )
    return ModelSetting(address=address, key=key, name=name, seconds=int(seconds))


def refuse_address(name: str, address: str, *, key_in: str) -> None:
    """Refuse what is no address of a server, or would send a secret in the open.

    ``key_in`` is the setting that a key or a password belongs in.

    Raises:
        SettingError: it is not https (http only to this machine), or holds more than a place.
    """
    parts = urlsplit(address)
    try:
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise SettingError(f"{name} menyebut porta yang bukan angka 0–65535.") from error
    if not host or parts.scheme not in {"https", "http"}:
        raise SettingError(f"{name} harus diawali https:// dan menyebut nama server.")
    if parts.scheme == "http" and host not in {"127.0.0.1", "::1", "localhost"}:
        raise SettingError(
            f"{name} memakai http://, yang hanya boleh ke mesin ini; pakai https://."
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise SettingError(f"{name} memuat sandi, ?, atau #. Rahasia diisi di {key_in}.")


def database(name: str = "DATABASE_URL") -> dict[str, object]:
    """Read a PostgreSQL address as Django's settings of one database.

    The host may be a folder, as libpq allows: ``postgresql://pamong@/pamong?host=/folder``.

    Raises:
        SettingError: the address is missing, or is not one of PostgreSQL.
    """
    address = urlsplit(text(name))
    try:
        port = address.port
    except ValueError as error:
        raise SettingError(f"{name} menyebut porta yang bukan angka 0–65535.") from error
    if address.scheme not in {"postgresql", "postgres"}:
        raise SettingError(
            f"{name} harus diawali postgresql://; yang ada {address.scheme or 'kosong'}://."
        )
    query = {key: values[-1] for key, values in parse_qs(address.query).items()}
    host = query.pop("host", None) or unquote(address.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(address.path.lstrip("/")) or "pamong",
        "USER": unquote(address.username or "") or "pamong",
        "PASSWORD": unquote(address.password or ""),
        "HOST": host,
        "PORT": query.pop("port", "") or str(port or ""),
        "OPTIONS": query,
    }
