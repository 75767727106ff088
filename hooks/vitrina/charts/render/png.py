"""Paints SVG as PNG, several times smaller than the renderer's: a drawing has few colours, so it has a palette of 256.

PNG is described at www.w3.org/TR/png-3: chunks in §5, filters in §9. Runs in worker processes too: it imports little.
"""

import struct
import zlib

import numpy as np
import numpy.typing as npt
import vl_convert

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SCALE = 2
_COLOURS = 256
_EIGHT_BITS, _RGBA, _PALETTE, _PLAIN = 8, 6, 3, 0
_SUB = 1

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.intp]


def paint(svg: str) -> bytes:
    """PNG, twice as fine as the page."""
    return smaller(vl_convert.svg_to_png(svg, scale=_SCALE))


def smaller(png: bytes) -> bytes:
    """The same picture with at most 256 colours: the frequent ones as they are, the rest the nearest of them.

    A picture that is not opaque 8-bit RGBA, or whose rows are not all filtered by Sub, is given back as it came.
    """
    parts = _chunks(png)
    width, height, depth, kind = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    if (depth, kind) != (_EIGHT_BITS, _RGBA):
        return png
    size = height * (1 + width * 4)
    rows = np.frombuffer(zlib.decompress(parts[b"IDAT"], bufsize=size), np.uint8).reshape(height, 1 + width * 4)
    if (rows[:, 0] != _SUB).any():
        return png
    starts, pixels = _runs(rows[:, 1:].copy())
    if (pixels[:, 3] != 255).any():
        return png
    return _written(starts, pixels, (height, width), _chunk(b"pHYs", parts[b"pHYs"]) if b"pHYs" in parts else b"")


def packed(picture: npt.NDArray[np.uint8]) -> bytes:
    """Rows of opaque RGBA pixels as PNG of the same few colours."""
    height, width, _ = picture.shape
    pixels = picture.view("<u4").ravel()
    starts = np.flatnonzero(np.append(True, pixels[1:] != pixels[:-1]))
    return _written(starts, pixels[starts].view(np.uint8).reshape(-1, 4), (height, width))


def _written(starts: Places, pixels: Bytes, size: tuple[int, int], resolution: bytes = b"") -> bytes:
    height, width = size
    colours, places = _palette(pixels, np.diff(np.append(starts, height * width)))
    body = np.zeros((height, 1 + width), np.uint8)
    body[:, 1:] = places.reshape(height, width)
    head = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, _PALETTE, 0, 0, 0)
    return b"".join(
        [
            _SIGNATURE,
            _chunk(b"IHDR", head),
            resolution,
            _chunk(b"PLTE", colours.tobytes()),
            _chunk(b"IDAT", zlib.compress(body.tobytes(), 6)),
            _chunk(b"IEND", b""),
        ]
    )


def _runs(filtered: Bytes) -> tuple[Places, Bytes]:
    """Where each run of equal pixels starts, and its pixel. Sub keeps by how much a pixel differs from the one before:
    of millions only those are added up that differ at all. A run ends with its row.
    """
    height, width = filtered.shape[0], filtered.shape[1] // 4
    differences = filtered.view("<u4")
    differ = differences != 0
    differ[:, 0] = True
    starts = np.flatnonzero(differ)
    steps = differences.ravel()[starts].view(np.uint8).reshape(-1, 4)
    sums = np.cumsum(steps, axis=0, dtype=np.uint8)
    first = np.searchsorted(starts, np.arange(height) * width)
    before = sums[first] - steps[first]
    return starts, sums - before[starts // width]


def _palette(pixels: Bytes, lengths: Places) -> tuple[Bytes, Bytes]:
    """The most frequent colours, and the place among them of each pixel of runs so long."""
    found, where = np.unique(pixels.view("<u4").ravel(), return_inverse=True)
    counts = np.bincount(where, weights=lengths)
    order = np.argsort(-counts, kind="stable")[:_COLOURS]
    colours = found.view(np.uint8).reshape(-1, 4)[:, :3].astype(np.int32)
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
