"""Answering a request once, however often it is sent: the key of the sender names it.

The key is taken, the act done and its answer kept in one transaction. A second request with the
key waits for the first at the index, and is then told what that was; where the first failed,
nothing of it is there, and the second is the first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from pamong.apps.accounts.models import ApiToken, KeptAnswer

KEPT_FOR = timedelta(hours=24)


class KeyUsedOtherwiseError(ValueError):
    """A key comes again with another request than the one that it named."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Kunci ini sudah dipakai untuk permintaan lain dalam 24 jam terakhir. Pakai kunci"
                " baru untuk setiap permintaan yang berbeda."
            )
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that names a key; ``digest`` tells it from every other one."""

    token: ApiToken
    key: str
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request is answered; ``is_again`` where it was answered before."""

    status: int
    headers: dict[str, str]
    body: str
    is_again: bool = False


def answer_once(asked: Asked, do: Callable[[], Answer]) -> Answer:
    """Do what a request asks and keep the answer; where that was done before, give the answer.

    What ``do`` refuses is not kept: nothing was done, so it may be asked again.

    Raises:
        KeyUsedOtherwiseError: the key named another request.
    """
    with transaction.atomic():
        rows = KeptAnswer.objects.filter(token=asked.token, key=asked.key)
        rows.filter(expires_at__lte=asked.at).delete()
        row, is_new = rows.get_or_create(
            token=asked.token,
            key=asked.key,
            defaults={"asked": asked.digest, "expires_at": asked.at + KEPT_FOR},
        )
        if not is_new and row.asked != asked.digest:
            raise KeyUsedOtherwiseError
        if not is_new:
            return Answer(row.status, row.headers, row.body, is_again=True)
        made = do()
        row.status, row.headers, row.body = made.status, made.headers, made.body
        row.save(update_fields=["status", "headers", "body"])
        return made


def forget_answers(*, at: datetime) -> int:
    """Delete the answers that need not be kept any more; return how many there were."""
    number, _rows = KeptAnswer.objects.filter(expires_at__lte=at).delete()
    return number
