"""The folder that a site is put into: whether it may be, by one process at a time, and whole or not at all."""

from vitrina.output.faults import Refused, fault_text
from vitrina.output.folder import WrongFolder, folder_for_site
from vitrina.output.lock import Busy
from vitrina.output.replacing import replaced

__all__ = ["Busy", "Refused", "WrongFolder", "fault_text", "folder_for_site", "replaced"]
