"""Every page's, chart's and download's address, known before anything is made."""

from vitrina.addresses.downloads import ApiFiles, CardFiles, ChartFiles, TableFiles
from vitrina.addresses.kinds import Kind
from vitrina.addresses.places import Place, ProgrammePlaces, SitePlaces, relative, taken

__all__ = [
    "ApiFiles",
    "CardFiles",
    "ChartFiles",
    "Kind",
    "Place",
    "ProgrammePlaces",
    "SitePlaces",
    "TableFiles",
    "relative",
    "taken",
]
