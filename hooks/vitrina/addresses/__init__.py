"""Every page's, chart's and download's address, known before anything is made."""

from vitrina.addresses.downloads import ChartFiles
from vitrina.addresses.places import TAKEN, Place, ProgrammePlaces, SitePlaces, relative

__all__ = ["TAKEN", "ChartFiles", "Place", "ProgrammePlaces", "SitePlaces", "relative"]
