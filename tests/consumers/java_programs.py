"""The Java programs that tools/setup installs from tests/maven."""
import os
import pathlib
import shutil
import sys


def class_path(name):
    """What `java -cp` wants of the program; ends the test as skipped where it is not installed."""
    folder = pathlib.Path(os.environ["ENTENTE_TEST_TOOLS"]) / "java" / name
    if not (folder / "made-from").exists() or shutil.which("java") is None:
        print(f"skipped: no {folder}; tools/setup check installs it from Maven Central")
        sys.exit(77)
    return f"{folder}/*"
