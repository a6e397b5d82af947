"""Which files are linted, what their bytes say, and which of their lines are silenced."""
