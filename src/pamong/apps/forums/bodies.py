"""Bodies above and beside a government: which one a text means, and its record."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pamong.apps.core.models import Instansi, InstansiKind


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body, its short name, and how texts call it."""

    nama: str
    singkatan: str
    words: tuple[str, ...]


@cache
def known_bodies() -> tuple[KnownBody, ...]:
    """Return the bodies of data/instansi.toml."""
    data = tomllib.loads((files(__package__) / "data" / "instansi.toml").read_text("utf-8"))
    return tuple(
        KnownBody(row["nama"], row["singkatan"], tuple(row["words"])) for row in data["instansi"]
    )


def find_known_body(text: str) -> KnownBody | None:
    """Return the body that ``text`` names, as a whole and not in passing.

    >>> find_known_body("Menpan").singkatan, find_known_body("panitia")
    ('KemenPANRB', None)
    """
    bare = " ".join(text.casefold().split())
    for body in known_bodies():
        names = (body.nama.casefold(), body.singkatan.casefold(), *body.words)
        if any(bare == name or bare.startswith(f"{name} ") for name in names):
            return body
    return None


def find_body(text: str) -> Instansi | None:
    """Return the record of the body that ``text`` names, if there is one yet."""
    known = find_known_body(text)
    names = [known.nama] if known else [text.strip()]
    return Instansi.objects.exclude(kind=InstansiKind.PEMDA).filter(nama__in=names).first()


def ensure_body(text: str) -> Instansi:
    """Return the record of the body that ``text`` names, made anew where there is none.

    The caller has opened the act. A name that is not known is taken as it is written: a person
    typed or confirmed it.
    """
    known = find_known_body(text)
    nama = known.nama if known else text.strip()
    found = find_body(text)
    return found or Instansi.objects.create(
        nama=nama,
        singkatan=known.singkatan if known else "",
        kind=InstansiKind.PUSAT if known else InstansiKind.MITRA,
        sort_key=nama.casefold(),
    )
