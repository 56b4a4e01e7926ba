"""People, bodies, documents and decrees."""

from pamong.apps.core.models.decree import Decree
from pamong.apps.core.models.document import Document, DocumentKind
from pamong.apps.core.models.instansi import Instansi, InstansiKind
from pamong.apps.core.models.person import (
    IdentifierKind,
    NameKind,
    Person,
    PersonIdentifier,
    PersonName,
)
from pamong.apps.core.models.stored_file import StoredFile

__all__ = [
    "Decree",
    "Document",
    "DocumentKind",
    "IdentifierKind",
    "Instansi",
    "InstansiKind",
    "NameKind",
    "Person",
    "PersonIdentifier",
    "PersonName",
    "StoredFile",
]
