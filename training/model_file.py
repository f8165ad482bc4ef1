"""Writes and reads the model container of docs/formats/model.md: named arrays with a checksum."""
import struct
import zlib

import numpy as np

MAGIC = b"ENTMODEL"
VERSION = 1
TYPES = {np.dtype(np.uint8): 0, np.dtype(np.int8): 1, np.dtype("<f4"): 2, np.dtype("<u4"): 3}
NAME_BYTES = 24
ALIGNMENT = 64


def text(lines):
    """A section of text lines, each ended by a line feed."""
    return np.frombuffer("".join(line + "\n" for line in lines).encode("utf-8"), np.uint8).reshape(1, -1)


def lines_of(section):
    return section.tobytes().decode("utf-8").split("\n")[:-1]


def write(path, kind, sections):
    """kind: four characters; sections: (name, two-dimensional array) in the order of the file."""
    offset = 32 + 48 * len(sections)
    table, body = b"", b""
    for name, array in sections:
        padding = -offset % ALIGNMENT
        body += b"\0" * padding
        offset += padding
        data = np.ascontiguousarray(array)
        table += struct.pack("<24sIIIIQ", name.encode("ascii"), TYPES[data.dtype], data.shape[0], data.shape[1], 0, offset)
        body += data.tobytes()
        offset += data.nbytes
    rest = table + body
    header = struct.pack("<8sII4sIQ", MAGIC, VERSION, len(sections), kind.encode("ascii"), zlib.crc32(rest), 32 + len(rest))
    with open(path, "wb") as out:
        out.write(header + rest)


def read(path):
    """Returns the kind and a dictionary of the sections."""
    with open(path, "rb") as f:
        data = f.read()
    magic, version, count, kind, crc, size = struct.unpack_from("<8sII4sIQ", data)
    assert magic == MAGIC and version == VERSION and size == len(data) and crc == zlib.crc32(data[32:]), path
    types = {number: dtype for dtype, number in TYPES.items()}
    sections = {}
    for s in range(count):
        name, number, rows, columns, _, offset = struct.unpack_from("<24sIIIIQ", data, 32 + 48 * s)
        array = np.frombuffer(data, types[number], rows * columns, offset).reshape(rows, columns)
        sections[name.rstrip(b"\0").decode("ascii")] = array
    return kind.decode("ascii"), sections
