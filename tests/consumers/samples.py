"""The hand-made graphs written into the working folder."""
import os
import pathlib
import subprocess

NAMES = ["small", "pact", "hostile", "world", "empty"]
SOURCE = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])


def written(*formats):
    """The folder that holds <name>.<suffix> for every name above and each of the formats."""
    subprocess.run([os.environ["ENTENTE_WRITE_SAMPLES"], "samples", *formats], check=True)
    return pathlib.Path("samples").resolve()
