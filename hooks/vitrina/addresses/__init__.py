"""Every page's, chart's and download's address, known before anything is made."""

from vitrina.addresses.downloads import ApiFiles, ChartFiles, TableFiles
from vitrina.addresses.kinds import Kind
from vitrina.addresses.places import Place, ProgrammePlaces, SitePlaces, relative, taken

__all__ = [
    "ApiFiles",
    "ChartFiles",
    "Kind",
    "Place",
    "ProgrammePlaces",
    "SitePlaces",
    "TableFiles",
    "relative",
    "taken",
]
