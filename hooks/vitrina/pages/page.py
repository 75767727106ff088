"""A page before it is written: where it stands, which charts it shows, what its template is told."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from vitrina.addresses import ChartFiles, Place, SitePlaces, relative
from vitrina.charts.chart import Chart, Drawing
from vitrina.pages.chart_tables import Figures, figures
