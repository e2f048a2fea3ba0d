"""Reaching the internet, and never what is inside the own machine or network.

A name is resolved here and every address that it stands for is checked; the connection then goes
to a checked address itself, so that a name that answers differently the second time finds no way
in. Answers are read up to a size and a time, after unpacking.
"""

import ipaddress
import socket
import time
from urllib.parse import SplitResult

import certifi
import urllib3

from mapapp.errors import NetworkError

_PIECE = 65536


def port_of(parts: SplitResult) -> int:
    """Return the port of an address, said or usual.

    Raises:
        ValueError: What stands there is no port.
    """
    return parts.port or (443 if parts.scheme == "https" else 80)


def resolve(parts: SplitResult) -> list[str]:
    """Return every address that a URL's host stands for, each once, the preferred first.

    Raises:
        OSError: The name cannot be resolved.
        UnicodeError: It is no name of a host.
    """
    found = socket.getaddrinfo(parts.hostname, port_of(parts), type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def refuse_private(name: str, address: str, remedy: str) -> None:
    """Refuse an address that is not on the open internet.

    Args:
        name: What leads to the address, for the message.
        address: In digits, as `resolve` gives it.
        remedy: What to do if that is what the reader wants, for the message.

    Raises:
        NetworkError: It belongs to this machine, a private network or a group of machines.
    """
    plain = ipaddress.ip_address(address.partition("%")[0])
    seen = getattr(plain, "ipv4_mapped", None) or plain
    if not seen.is_global or seen.is_multicast:
        raise NetworkError(
            f"{name} leads to {address}, an address inside this machine or network: refused. "
            f"{remedy}"
        )


def connect(
    parts: SplitResult, address: str, timeout: urllib3.Timeout
) -> urllib3.HTTPConnectionPool:
    """Return a connection to an address that speaks for a URL's host; the caller closes it.

    Certificates are checked for the host's name against certifi's list.
    """
    port = port_of(parts)
    if parts.scheme == "http":
        return urllib3.HTTPConnectionPool(address, port, timeout=timeout, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        address,
        port,
        timeout=timeout,
        maxsize=1,
        server_hostname=parts.hostname,
        assert_hostname=parts.hostname,
        cert_reqs="CERT_REQUIRED",
        ca_certs=certifi.where(),
    )


def receive(response: urllib3.BaseHTTPResponse, *, largest: int, longest: float) -> bytes:
    """Read an answer to its end, unpacked.

    Args:
        response: Requested without preloading its content.
        largest: Bytes after unpacking from which the answer is left.
        longest: Seconds from which it is left.

    Raises:
        OverflowError: It has more bytes.
        TimeoutError: It takes longer.
    """
    began = time.monotonic()
    pieces, size = [], 0
    for piece in response.stream(_PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            raise OverflowError(f"more than {largest / 1e6:.0f} MB")
        if time.monotonic() - began > longest:
            raise TimeoutError(f"more than {longest:.0f} seconds")
    return b"".join(pieces)
