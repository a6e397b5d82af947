from .checkpoint import *
from .schedules import *
