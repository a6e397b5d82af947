net = None
optimizer = None
lrs = None
