"""Bytes and text of source files, and every reason why a file has none."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

from sched_lint.sources.relevance import is_relevant
from sched_lint.work import WORK

MAX_BYTES = 2 * 1024 * 1024
"""Largest file that is analysed: libcst needs more than a second and some hundred megabytes for each megabyte."""

_CHUNK = 1024 * 1024
_OVERLAP = 64  # longer than any word of the filter, so that none hides across two chunks

_USUAL_COOKIE = re.compile(rb"#[^\n:=]*coding[:=][ \t]*utf-?8\b")
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
_COOKIE_BYTES = 4096  # in which the first two lines are looked for
_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


class SourceError(Exception):
    """A file that cannot be read, decoded or parsed.

    Attributes:
        path: the file.
        message: what is wrong with it, without its name.
        line: where, from 1.
        column: where, from 1.
        recoverable: the rest of the file may be analysed all the same.
    """

    recoverable = False

    def __init__(self, path: Path | str, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(f"{path}: {message}")
        self.path = Path(path)
        self.message = message
        self.line = line
        self.column = column


def read_source(path: Path | str) -> bytes:
    """As `read_file`, only the bytes."""
    return read_file(path)[0]


def read_file(path: Path | str) -> tuple[bytes, os.stat_result]:
    """The bytes of a regular file, and its status before they were read; never blocks on a pipe or a device.

    A file above `MAX_BYTES` that no finding can start in (tables written as Python) counts as empty.

    Raises:
        SourceError: where it cannot be read, or is both too large and relevant.
    """
    WORK.files_read += 1
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise SourceError(path, f"cannot be read: {_reason(error)}") from error
    except ValueError as error:  # a null character in the path
        raise SourceError(path, f"cannot be read: {error}") from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(path, "cannot be read: not a regular file")
        if status.st_size <= MAX_BYTES:
            return _read(descriptor, status.st_size), status
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            if _has_relevant_chunk(stream):
                raise SourceError(path, f"not checked: larger than {MAX_BYTES // 1024 // 1024} MiB")
            return b"", status
    except OSError as error:
        raise SourceError(path, f"cannot be read: {_reason(error)}") from error
    finally:
        os.close(descriptor)


def _read(descriptor: int, size: int) -> bytes:
    """All of an open file, by a single call where its size is what it was said to be."""
    data = os.read(descriptor, size + 1)
    if len(data) == size:
        return data
    chunks = [data]
    while chunk := os.read(descriptor, _CHUNK):
        chunks.append(chunk)
    return b"".join(chunks)


def _has_relevant_chunk(stream: BinaryIO) -> bool:
    tail = b""
    while chunk := stream.read(_CHUNK):
        if is_relevant(tail + chunk):
            return True
        tail = chunk[-_OVERLAP:]
    return False


def decode(data: bytes, path: Path | str) -> str:
    r"""The text of a source file by PEP 263, without its BOM, every newline (`\r\n`, `\r`) made `\n`.

    Raises:
        SourceError: where the bytes are no text of the encoding that the file declares, or hold a null byte.
    """
    return decode_raw(data, path).replace("\r\n", "\n").replace("\r", "\n")


def decode_raw(data: bytes, path: Path | str) -> str:
    """As `decode`, newlines as they stand in the file."""
    if data.startswith(_UTF16_BOMS):
        raise SourceError(path, "cannot be decoded: UTF-16 is no encoding of Python source")
    if b"\0" in data:
        raise SourceError(path, "cannot be parsed: it holds a null byte", *_place(data, data.index(b"\0")))
    encoding = declared_encoding(data, path)
    body = data.removeprefix(_UTF8_BOM)
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        place = _place(body, error.start)
        raise SourceError(path, f"cannot be decoded as {encoding}: {error.reason}", *place) from error
    except Exception as error:  # codecs of other kinds (hex, undefined, punycode ...) raise what they like
        raise SourceError(path, f"cannot be decoded as {encoding}: {error}") from error


def undecodable(data: bytes, path: Path | str) -> tuple[str, int, int] | None:
    """Why a file is no text (see `decode`): message, line, column; None where it is."""
    if b"\0" not in data and (b"coding" not in data[:_COOKIE_BYTES] or _USUAL_COOKIE.match(data)) and _is_utf8(data):
        return None
    try:
        decode_raw(data, path)
    except SourceError as error:
        return error.message, error.line, error.column
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        return data.isascii() or data.decode() is not None
    except UnicodeDecodeError:
        return False


def encode(text: str, path: Path | str) -> bytes:
    """Bytes that `decode` turns into `text` again, by the encoding that the text itself declares."""
    data = text.encode("utf-8", "surrogatepass")
    try:
        return text.encode(declared_encoding(data, path))
    except (SourceError, UnicodeError):
        return data


def declared_encoding(data: bytes, path: Path | str) -> str:
    """The encoding that a BOM or a cookie in the first two lines declares; else UTF-8."""
    first, _, rest = data[:_COOKIE_BYTES].removeprefix(_UTF8_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n").partition(b"\n")
    declared = _COOKIE.match(first)
    if declared is None and _is_blank(first):
        declared = _COOKIE.match(rest.partition(b"\n")[0])
    if declared is None:
        return "utf-8"
    name = declared.group(1).decode("ascii")
    normal = name.lower().replace("_", "-")
    if normal == "utf-8" or normal.startswith("utf-8-"):
        return "utf-8"
    if data.startswith(_UTF8_BOM):
        raise SourceError(path, f"cannot be decoded: it has a UTF-8 byte order mark but declares {name}")
    try:
        codecs.lookup(name)
    except (LookupError, ValueError) as error:
        raise SourceError(path, f"cannot be decoded: unknown encoding {name}") from error
    return name


def _is_blank(line: bytes) -> bool:
    """Only after a blank or comment line does a cookie on the second line count."""
    stripped = line.strip(b" \t\f\r")
    return not stripped or stripped.startswith(b"#")


def _place(data: bytes, offset: int) -> tuple[int, int]:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
