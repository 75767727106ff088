"""What was exported, built by MkDocs or a builder like it in a process that cannot import us, without any hook."""

import subprocess
import sys
from pathlib import Path

_WITHOUT_US = """
import runpy, sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] == 'vitrina': raise ImportError(name)
sys.meta_path.insert(0, Refuse())
runpy.run_module(sys.argv.pop(1), run_name='__main__')
"""


def built_without_us(exported: Path, builder: str = "mkdocs") -> Path:
    """The folder of the site; `builder` is the module of a program that takes the arguments of MkDocs."""
    for settings in ("mkdocs.yml", "mkdocs.en.yml"):
        assert "hooks" not in (exported / settings).read_text(encoding="utf-8")
        command = [sys.executable, "-c", _WITHOUT_US, builder, "build", "--strict", "-f", str(exported / settings)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return exported / "site"
