OUT = "outputs"
