"""Find mistakes in how training code restores, steps and configures PyTorch's learning-rate schedulers."""

from __future__ import annotations

__version__ = "0.1.0"
