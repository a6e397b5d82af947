class Meter:
    def __init__(self):
        self.avg = 0
        self.sum = 0
        self.n = 0

    def update(self, value, n=1):
        self.sum += value * n
        self.n += n
        self.avg = self.sum / self.n
