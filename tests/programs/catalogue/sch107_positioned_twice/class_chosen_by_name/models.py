import torch


class Model:
    def __init__(self, args):
        self.net = torch.nn.Linear(2, 2)
        self.args = args
        self.optimizer = torch.optim.AdamW(self.net.parameters(), lr=1e-3)
        self.scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, T_max=args.epochs, eta_min=1e-6)

    def load(self, path):
        state = torch.load(path)
        self.net.load_state_dict(state["net"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.scheduler.load_state_dict(state["scheduler"])

    def train(self, loader):
        for epoch in range(1, self.args.epochs + 1):
            if epoch <= self.args.skip:
                self.scheduler.step()  # expect: SCH107
                continue
            for x in loader:
                self.optimizer.zero_grad()
                self.net(x).sum().backward()
                self.optimizer.step()
            self.scheduler.step()


class Other(Model):
    def __init__(self, args):
        super().__init__(args)
        self.head = torch.nn.Linear(2, 2)
