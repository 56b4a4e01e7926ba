"""Which class each field of the record is of: who sees a class, the table of roles says.

A model of the record names the classes of its fields in ``FIELD_CLASSES``, a field by its name; a
field that it does not name is open. Which role sees which class, of whom and where, stands once,
in ``apps/accounts/seeing.py``.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Mapping


class FieldClass(models.TextChoices):
    """What a field tells of somebody, from what is open to what the law calls specific."""

    OPEN = "terbuka", _("terbuka")
    IDENTITY = "identitas", _("nomor identitas dan kelahiran")
    CONTACT = "kontak", _("alamat dan kontak")
    FAMILY = "keluarga", _("keluarga")
    HEALTH = "kesehatan", _("kesehatan")
    DISCIPLINE = "disiplin", _("disiplin")
    FINANCE = "keuangan", _("keuangan")


def class_of(model: type[models.Model], field: str) -> FieldClass:
    """Return the class of one field of a model; what the model does not name is open."""
    named: Mapping[str, FieldClass] = getattr(model, "FIELD_CLASSES", {})
    return named.get(field, FieldClass.OPEN)


def classes_of(model: type[models.Model], fields: Iterable[str]) -> frozenset[FieldClass]:
    """Return the classes of some fields of a model."""
    return frozenset(class_of(model, field) for field in fields)
