"""What is sent and told of imports."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from pamong.api.parameters import Sentence

Short = Annotated[str, Field(max_length=100, pattern=r"^[^\u0000-\u001f]*$")]
RowId = Annotated[int, Field(ge=1, le=2**53)]
Counts = dict[str, dict[str, int]]


class Progress(Schema):
    """How far the present step is."""

    what: str
    done: int
    total: int


class Sheet(Schema):
    """What became of one sheet; ``layout`` is empty where its columns have to be matched first.

    ``keys`` are its headings as a matching names them, ``proposals`` the column for each heading
    that was recognised.
    """

    file: str
    sheet: str
    layout: str
    rows: int
    unread: int
    fingerprint: str
    keys: list[str]
    proposals: list[list[str]]
    problem: str


class DoubtKind(Schema):
    """A kind of doubt and how many there are."""

    code: str
    number: int


class Ends(Schema):
    """How many employments end by the pemberhentian that are accepted, or end on another day.

    ``undated`` are pemberhentian without a TMT, which end nothing. All are 0 once it is written.
    """

    ending: int
    moved: int
    undated: int


class ImportTold(Schema):
    """One import: how far it is, what it holds, what was written.

    ``counts`` and ``report`` are rows by section and outcome, and add up to the rows of the files.
    """

    id: UUID
    step: str
    day: date
    reason: str
    problem: str
    progress: Progress
    counts: Counts
    employments: Ends
    report: dict[str, Any]
    sheets: list[Sheet]
    doubts: list[DoubtKind]


class ImportListed(Schema):
    """One import in the list."""

    id: UUID
    step: str
    day: date
    reason: str


class Imports(Schema):
    """The last imports of a government, the newest first."""

    items: list[ImportListed]


class Doubt(Schema):
    """One doubt: where it is, what the file says there, what is wrong and what to do.

    ``weight`` is asks where a person may accept it, refuses where the file has to be mended.
    """

    file: str
    sheet: str
    row: int
    column: str
    code: str
    weight: str
    text: str
    message: str
    advice: str


class Doubts(Schema):
    """One page of doubts, in the order of the files."""

    page: int
    items: list[Doubt]


class Acceptance(Schema):
    """What of a preview is accepted: all that is not doubted, but for what is left out.

    ``doubts_taken`` are kinds of doubt that ask and are accepted as they were read.
    ``is_sure`` says that rows which name another government are meant for this one;
    ``people_left`` are the numbers of people who are left out with all their rows.
    """

    model_config = ConfigDict(extra="forbid")

    sections_left: Annotated[list[Short], Field(max_length=50)] = []
    states_left: Annotated[list[Short], Field(max_length=2)] = []
    people_left: Annotated[list[Short], Field(max_length=10_000)] = []
    rows_left: Annotated[list[RowId], Field(max_length=10_000)] = []
    doubts_taken: Annotated[list[Short], Field(max_length=200)] = []
    is_sure: bool = False
    reason: Sentence


class Accepted(Schema):
    """What is being written in the background, or with ``plan`` would be."""

    is_done: bool
    step: str
    counts: Counts
    employments: Ends


class Undoing(Schema):
    """Why an import is taken back."""

    model_config = ConfigDict(extra="forbid")

    reason: Sentence


class Undone(Schema):
    """How many entries of each section go, are as before, or stay because they were edited.

    ``runs_on`` are employments that run on, or end when they did before.
    """

    is_done: bool
    step: str
    goes: dict[str, int]
    is_put_back: dict[str, int]
    stays: dict[str, int]
    runs_on: int


class Columns(Schema):
    """Which column of a layout each heading of a sheet is; it is known again for that header."""

    model_config = ConfigDict(extra="forbid")

    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    layout: Short
    columns: Annotated[dict[Short, Short], Field(max_length=300)]
    reason: Sentence
