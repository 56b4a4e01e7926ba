"""How much of a PDF or DOCX is opened; the sentences of the refusals name these figures."""

from pamong.kernel.language import mark

MAX_SECONDS = 60
"""The longest reading, by the clock of the one who waits and by that of the processor."""

MAX_MEMORY = 400_000_000
"""The largest address space of the process that reads, in bytes."""

MAX_PAGES = 200
"""The most pages of a PDF."""

PAGES = mark("halaman")
"""What they are counted in."""

MAX_CHARACTERS = 400_000
"""The longest text that is read: some two hundred pages, a few seconds."""

THOUSANDS = mark("ribu huruf")
"""What it is counted in."""

MAX_ENTRIES = 2_000
"""The most files in a DOCX."""

MAX_UNPACKED = 100_000_000
"""The most bytes of all parts of a DOCX, or of all streams of a PDF that hold text, unpacked."""

MAX_PART = 25_000_000
"""The most bytes of one part of a DOCX that is parsed, or of one stream of a PDF, unpacked."""
