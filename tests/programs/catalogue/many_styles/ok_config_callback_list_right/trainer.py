class Trainer:
    def __init__(self, net, opt, callbacks):
        self.net, self.opt, self.callbacks = net, opt, callbacks

    def fire(self, event):
        for cb in self.callbacks:
            getattr(cb, event)(self)

    def fit(self, loader, epochs):
        for self.epoch in range(epochs):
            for x in loader:
                self.opt.zero_grad()
                self.net(x).mean().backward()
                self.opt.step()
                self.fire("on_batch_end")
            self.fire("on_epoch_end")
