"""Rows that rest on a decree, or on a document that states their days."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models.dated import Dated
from pamong.apps.core.models.decree import Decree
from pamong.apps.core.models.document import Document

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Grounded(Dated):
    """A period of somebody in an office, with what it rests on.

    ``stated_on`` is the day on which the document speaks; ``words`` are its own.
    """

    decree = models.ForeignKey(
        Decree, on_delete=models.PROTECT, null=True, blank=True, verbose_name="SK"
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, verbose_name="dokumen"
    )
    stated_on = models.DateField("dinyatakan pada", null=True, blank=True)
    words = models.TextField("kata-kata dokumen", blank=True)

    class Meta:
        abstract = True


def rests_on_something(name: str, what: "StrOrPromise") -> models.CheckConstraint:
    """Refuse a row that rests on nothing; ``what`` names it in the sentence."""
    return models.CheckConstraint(
        name=name,
        condition=Q(decree__isnull=False) | Q(document__isnull=False),
        violation_error_message=format_lazy(
            _("{what} harus bersandar pada SK atau dokumen. Sebutkan salah satunya."), what=what
        ),
    )
