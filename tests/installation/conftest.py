import os
import shutil
import tempfile
from pathlib import Path

import pytest
from tests.support import people


@pytest.fixture
def top():
    """A folder that every user of the machine can pass through, unlike ``tmp_path``."""
    folder = Path(tempfile.mkdtemp(prefix="pamong-uji-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(params=["ourselves", "nobody"])
def somebody(request):
    return getattr(people, request.param)()


@pytest.fixture
def home(top, somebody):
    """A folder of ``somebody``'s own."""
    folder = top / "home"
    folder.mkdir()
    return somebody.owns(folder)


@pytest.fixture
def root_only():
    if os.geteuid() != 0:
        pytest.skip("only for root")
