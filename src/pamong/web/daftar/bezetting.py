"""Bezetting: the need of every post against its holders, with what lacks and exceeds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.accounts.record_access import posts_listed_for
from pamong.apps.kepegawaian.bezetting import PostFilled, bezetting
from pamong.apps.organisasi.choices import OFFICE_KINDS
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.daftar.kinds import Note, Opened, PostLine, opd_filter
from pamong.web.http import Request


class PostsBy(TextChoices):
    """What the posts are grouped by; by name the posts of one name are told as one row."""

    OPD = "opd", gettext_lazy("OPD")
    KIND = "jenis", gettext_lazy("Jenis jabatan")
    CLASS = "kelas", gettext_lazy("Kelas jabatan")
    NAME = "jabatan", gettext_lazy("Nama jabatan")


class Balance(TextChoices):
    """How holders stand to the need."""

    SHORT = "kurang", gettext_lazy("kekurangan")
    OVER = "lebih", gettext_lazy("kelebihan")
    EVEN = "sesuai", gettext_lazy("sesuai")
    UNSTATED = "belum", gettext_lazy("kebutuhan belum tercatat")


@dataclass(slots=True)
class Row:
    """One post, or all of one name, with the sums of need and holders.

    What lacks in one post is not made up for by what exceeds in another.
    """

    posts: list[PostFilled] = field(default_factory=list)

    @property
    def need(self) -> int | None:
        """How many are needed, of the posts whose need is stated."""
        told = [post.need for post in self.posts if post.need is not None]
        return sum(told) if told else None

    @property
    def filled(self) -> int:
        """How many hold them."""
        return sum(post.filled for post in self.posts)

    @property
    def short(self) -> int:
        """How many are lacking."""
        return -sum(post.gap for post in self.posts if post.gap is not None and post.gap < 0)

    @property
    def over(self) -> int:
        """How many exceed the need."""
        return sum(post.gap for post in self.posts if post.gap is not None and post.gap > 0)

    @property
    def balance(self) -> str:
        """Whether holders lack, exceed, or both in different posts."""
        found = [
            each for each in (self.short and Balance.SHORT, self.over and Balance.OVER) if each
        ]
        if found:
            return ", ".join(str(each.label) for each in found)
        return str((Balance.UNSTATED if self.need is None else Balance.EVEN).label)


def open_bezetting(request: Request, asked: Asked) -> Opened:
    """Return need and holders of the posts of the day that the user may see."""
    here = request.standpoint
    opds = opd_filter(request, asked)
    names = {int(key): str(nama) for key, nama in opds.values}
    by = asked.values["menurut"]
    grouped = PostsBy(by) if by in PostsBy.values else PostsBy.OPD
    posts = [post for post in posts_asked(request, asked) if _is_asked_for(post, asked)]
    groups = _groups(posts, grouped, names)
    rows = [(label, row) for label, found in groups for row in _rows(found, grouped)]

    def lines(start: int, size: int) -> list[PostLine]:
        return [
            _line(request, number, label, row, names)
            for number, (label, row) in enumerate(rows[start : start + size], start=start + 1)
        ]

    return Opened(
        len(rows),
        lines,
        filters=(
            Filter("menurut", _("Dikelompokkan menurut"), PostsBy.choices, grouped.value),
            opds,
            Filter("jenis", _("Jenis jabatan"), OFFICE_KINDS, asked.values["jenis"], _("Semua")),
            Filter("keadaan", _("Keadaan"), Balance.choices, asked.values["keadaan"], _("Semua")),
        ),
        notes=_notes(here.government.nama, posts),
        summary=[*(_sum(label, found) for label, found in groups), _sum(_("Jumlah"), posts)],
        sums=(_("Jabatan"), _("Kebutuhan"), _("Terisi"), _("Kurang"), _("Lebih")),
    )


def posts_asked(request: Request, asked: Asked) -> list[PostFilled]:
    """Return the posts of the day in an OPD, or all, that the lists show the user."""
    here = request.standpoint
    part = posts_listed_for(request.access, here.government, day=here.day)
    opd = asked.number("opd")
    return [
        post
        for post in bezetting(here.government, day=here.day, opd=opd)
        if part.holds(post.opd_id, post.unit_id)
    ]


def post_cells(post: PostFilled, opds: Mapping[int, str]) -> tuple[object, ...]:
    """Return what lists tell of every post: its sort, echelon, class, OPD."""
    return post.kind_label, post.eselon, post.kelas or "", opds.get(post.opd_id or 0, "")


def _is_asked_for(post: PostFilled, asked: Asked) -> bool:
    kind, state = asked.values["jenis"], asked.values["keadaan"]
    if kind in dict(OFFICE_KINDS) and post.kind != kind:
        return False
    return state not in Balance.values or _balance(post) == state


def _balance(post: PostFilled) -> Balance:
    if post.gap is None:
        return Balance.UNSTATED
    if post.gap == 0:
        return Balance.EVEN
    return Balance.SHORT if post.gap < 0 else Balance.OVER


def _groups(
    posts: Iterable[PostFilled], by: PostsBy, opds: Mapping[int, str]
) -> list[tuple[str, list[PostFilled]]]:
    """Return the posts by groups, in the order of the groups; within one as they came."""
    found: dict[object, list[PostFilled]] = {}
    key_of = KEYS[by]
    for post in posts:
        found.setdefault(key_of(post), []).append(post)
    order = ORDERS[by](found, opds)
    return [(label, found[key]) for key, label in order]


def _rows(posts: Sequence[PostFilled], by: PostsBy) -> list[Row]:
    if by is not PostsBy.NAME:
        return [Row([post]) for post in posts]
    named: dict[str, Row] = {}
    for post in posts:
        named.setdefault(post.nama.casefold(), Row()).posts.append(post)
    return list(named.values())


def _line(
    request: Request, number: int, label: str, row: Row, opds: Mapping[int, str]
) -> PostLine:
    here, first = request.standpoint, row.posts[0]
    told = list(post_cells(first, opds))
    address = ""
    if len(row.posts) == 1:
        address = here.address("pejabat:office", here.government.slug, first.public_id)
    else:
        told[2] = first.kelas if len({post.kelas for post in row.posts}) == 1 else _("beberapa")
        told[3] = _("%s OPD") % len({post.opd_id for post in row.posts})
    need = "" if row.need is None else row.need
    gap = "" if row.need is None else row.over - row.short
    cells = (*told, need, row.filled, gap, row.balance)
    return PostLine(number, first.nama, address, cells, label)


def _sum(label: str, posts: Sequence[PostFilled]) -> tuple[str, tuple[int, ...]]:
    row = Row(list(posts))
    return label, (len(posts), row.need or 0, row.filled, row.short, row.over)


def _notes(government: str, posts: Sequence[PostFilled]) -> list[Note]:
    unstated = sum(post.need is None for post in posts)
    notes = [
        Note(
            _(
                "Jabatan fungsional dan pelaksana terisi oleh riwayat jabatan definitif dengan"
                " nama yang sama di OPD atau unitnya; jabatan lain oleh pemangku definitif."
            )
        )
    ]
    if unstated:
        words = _(
            "Kebutuhan %(number)s jabatan belum tercatat dalam peta jabatan %(government)s;"
            " kekurangannya tidak ditebak."
        ) % {"number": unstated, "government": government}
        notes.append(Note(words))
    return notes


def _by_opd(
    found: Mapping[object, object], opds: Mapping[int, str]
) -> Iterable[tuple[object, str]]:
    order = [(key, nama) for key, nama in opds.items() if key in found]
    rest = [(key, _("Tanpa OPD")) for key in found if key not in opds]
    return [*order, *rest]


def _by_kind(
    found: Mapping[object, object], _opds: Mapping[int, str]
) -> Iterable[tuple[object, str]]:
    return [(kind, str(label)) for kind, label in OFFICE_KINDS if kind in found]


def _by_class(
    found: Mapping[object, object], _opds: Mapping[int, str]
) -> Iterable[tuple[object, str]]:
    known = sorted((key for key in found if isinstance(key, int)), reverse=True)
    told: list[tuple[object, str]] = [(key, _("Kelas %s") % key) for key in known]
    return [*told, (None, _("Kelas belum tercatat"))] if None in found else told


KEYS: dict[PostsBy, Callable[[PostFilled], object]] = {
    PostsBy.OPD: lambda post: post.opd_id,
    PostsBy.KIND: lambda post: post.kind,
    PostsBy.CLASS: lambda post: post.kelas,
    PostsBy.NAME: lambda post: post.kind,
}
ORDERS: dict[
    PostsBy,
    Callable[[Mapping[object, object], Mapping[int, str]], Iterable[tuple[object, str]]],
] = {
    PostsBy.OPD: _by_opd,
    PostsBy.KIND: _by_kind,
    PostsBy.CLASS: _by_class,
    PostsBy.NAME: _by_kind,
}
