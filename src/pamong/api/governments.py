"""What a token is, and where it reaches."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema

from pamong.api.bearer import Request
from pamong.api.operations import reads

router = Router(tags=["token"])


class TokenTold(Schema):
    """A token as it tells of itself; never its secret."""

    name: str
    role: str
    government: str
    scopes: list[str]
    classes: list[str]
    starts_on: date
    ends_before: date
    per_minute: int


class Government(Schema):
    """A regional government that keeps its records here."""

    id: str
    name: str
    level: str
    time_zone: str
    is_made_up: bool


class Governments(Schema):
    """The governments that the token reaches."""

    items: list[Government]


@reads(router, "/token", TokenTold, scope=None, title=_("Token ini: boleh apa, sampai kapan"))
def tell_token(request: Request) -> TokenTold:
    """Tell what the token is for."""
    token = request.auth.token
    return TokenTold(
        name=token.name,
        role=token.grant.role,
        government=token.pemda.slug,
        scopes=token.scopes,
        classes=token.classes,
        starts_on=token.starts_on,
        ends_before=token.ends_before or date.max,
        per_minute=token.per_minute,
    )


@reads(
    router, "/governments", Governments, scope=None, title=_("Pemerintah daerah yang dijangkau")
)
def list_governments(request: Request) -> Governments:
    """Return the governments that the token reaches."""
    found = request.auth.government
    told = Government(
        id=found.slug,
        name=found.nama,
        level=found.level,
        time_zone=found.time_zone,
        is_made_up=found.is_made_up,
    )
    return Governments(items=[told])
