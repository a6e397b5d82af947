class Runner:
    def __init__(self, model, optimizer, scheduler, loader, max_epochs, hooks=()):
        self.model, self.optimizer, self.scheduler = model, optimizer, scheduler
        self.loader, self.max_epochs = loader, max_epochs
        self.hooks = list(hooks)
        self.epoch = 0

    def run(self):
        for hook in self.hooks:
            hook.before_run(self)
        while self.epoch < self.max_epochs:
            self.model.train()
            for images, targets in self.loader:
                losses = self.model(images, targets)
                total = sum(loss for loss in losses.values())
                self.optimizer.zero_grad()
                total.backward()
                self.optimizer.step()
                for hook in self.hooks:
                    hook.after_iter(self)
            for hook in self.hooks:
                hook.after_epoch(self)
            self.epoch += 1
