from .pipeline import get_data
