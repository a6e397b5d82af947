import torch


class BaseTrainer:
    def __init__(self, net, lr):
        self.net = net
        self.optimizer = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=lr)
        self.scheduler = torch.optim.lr_scheduler.StepLR(self.optimizer, 10)

    def unfreeze(self, module):
        module.requires_grad_(True)
        self.optimizer.add_param_group({"params": list(module.parameters())})  # expect: SCH406

    def epoch(self, loader):
        for x in loader:
            self.optimizer.zero_grad()
            self.net(x).mean().backward()
            self.optimizer.step()
        self.scheduler.step()
