"""What a document says of facilities, in a sentence that claims no more than the document."""

from django.utils.translation import gettext as _

from pamong.apps.organisasi.as_of import office_in_a_sentence
from pamong.apps.organisasi.models import FacilityStatement


def said_in(row: FacilityStatement, *, is_settled: bool) -> str:
    """Return "Menurut dokumen 000, gubernur menyatakan akan …", and whether a BAST is here.

    A statement is no hand-over. Without a BAST nobody is said not to have handed anything over:
    only that the paper has not been entered (docs/explanation/real-people.md).
    """
    said = _("Menurut %(document)s, %(office)s menyatakan %(says)s.") % {
        "document": row.document,
        "office": office_in_a_sentence(row.jabatan.nama),
        "says": row.says,
    }
    if is_settled:
        return said + " " + _("Berita acara serah terimanya tercatat di bawah.")
    return said + " " + _("Berita acara serah terimanya belum dimasukkan ke sistem ini.")
