import socket

import pytest

from pamong.installation.port import PortError, demand_free


@pytest.fixture
def taken():
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_taken_port_is_said_with_another_to_try(taken):
    with pytest.raises(PortError, match=rf"Port {taken} sudah dipakai.*--port {taken + 1}"):
        demand_free(taken)


def test_a_free_port_is_left_free(taken):
    with socket.socket() as once:
        once.bind(("127.0.0.1", 0))
        free = once.getsockname()[1]

    demand_free(free)
    demand_free(free)
