"""Templates compiled once and remembered from build to build: to compile them takes longer than to fill them."""

import hashlib
from importlib.metadata import version

from jinja2.bccache import Bucket, BytecodeCache

from vitrina.store import Store


class CompiledTemplates(BytecodeCache):
    """Jinja's memory in a store of ours, which shares a folder between builds and takes what is damaged for absent.

    Jinja itself notices that the text of a template or the version of Python changed. `made_by` names the code whose
    filters and escaping go into what is compiled.
    """

    def __init__(self, store: Store, made_by: str) -> None:
        self._store = store
        self._made_by = f"{version('jinja2')}\0{made_by}"

    def load_bytecode(self, bucket: Bucket) -> None:
        content = self._store.get(self._key(bucket))
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return hashlib.sha256(f"{self._made_by}\0{bucket.key}".encode()).hexdigest()
