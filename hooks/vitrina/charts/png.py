"""Makes the renderer's PNG several times smaller: a drawing has few colours, so it is kept as a palette of 256.

PNG is described at www.w3.org/TR/png-3: chunks in §5, filters in §9.
"""

import struct
import zlib

import numpy as np
import numpy.typing as npt

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 256
_EIGHT_BITS, _RGBA, _PALETTE, _PLAIN = 8, 6, 3, 0
_UNFILTERED, _SUB = 0, 1

Bytes = npt.NDArray[np.uint8]


def smaller(png: bytes) -> bytes:
    """The same picture with at most 256 colours: the frequent ones as they are, the rest the nearest of them.

    A picture that is not opaque 8-bit RGBA, or whose rows refer to the row above, is given back as it came.
    """
    parts = _chunks(png)
    width, height, depth, kind = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    if (depth, kind) != (_EIGHT_BITS, _RGBA):
        return png
    rows = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(height, 1 + width * 4)
    if not np.isin(rows[:, 0], [_UNFILTERED, _SUB]).all():
        return png
    pixels = rows[:, 1:].reshape(height, width, 4).copy()
    filtered = rows[:, 0] == _SUB
    pixels[filtered] = np.cumsum(pixels[filtered], axis=1, dtype=np.uint8)
    if (pixels[..., 3] != 255).any():
        return png
    colours, places = _palette(pixels.view("<u4").ravel())
    body = np.zeros((height, 1 + width), np.uint8)
    body[:, 1:] = places.reshape(height, width)
    head = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, _PALETTE, 0, 0, 0)
    return b"".join(
        [
            _SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"pHYs", parts[b"pHYs"]) if b"pHYs" in parts else b"",
            _chunk(b"PLTE", colours.tobytes()),
            _chunk(b"IDAT", zlib.compress(body.tobytes(), 6)),
            _chunk(b"IEND", b""),
        ]
    )


def _palette(packed: npt.NDArray[np.uint32]) -> tuple[Bytes, Bytes]:
    """The most frequent colours, and each pixel's place among them. A pixel is one number, red its lowest byte."""
    starts = np.flatnonzero(np.concatenate([[True], packed[1:] != packed[:-1]]))  # one look at a run of equal pixels
    lengths = np.diff(np.append(starts, packed.size))
    found, where = np.unique(packed[starts], return_inverse=True)
    counts = np.bincount(where, weights=lengths)
    order = np.argsort(-counts, kind="stable")[:_COLOURS]
    colours = np.stack([found & 255, found >> 8 & 255, found >> 16 & 255], axis=1).astype(np.int32)
    chosen = colours[order]
    distances = ((colours[:, None, :] - chosen[None, :, :]) ** 2).sum(axis=2)
    return chosen.astype(np.uint8), np.repeat(distances.argmin(axis=1).astype(np.uint8)[where], lengths)


def _chunks(png: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    at = len(_SIGNATURE)
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        found[name] = found.get(name, b"") + png[at + 8 : at + 8 + length]
        at += 12 + length
    return found


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
