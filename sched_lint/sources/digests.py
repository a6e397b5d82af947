"""Digests of bytes: two things with one digest are the same."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # what `hashlib` hands out, after it has loaded OpenSSL for other algorithms
except ImportError:
    from hashlib import blake2b


def digest_of(data: bytes) -> str:
    """32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()
