"""Programs become timelines: abstract interpretation over libcst."""
