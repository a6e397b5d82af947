"""Composition; the schedule measured in updates moves with every update: silent."""
import torch


class Agent:
    def __init__(self, net, lr, horizon):
        self.net = net
        self.opt = torch.optim.Adam(net.parameters(), lr=lr)
        self.anneal = torch.optim.lr_scheduler.LinearLR(self.opt, 1.0, 0.0, total_iters=horizon)

    def improve(self, minibatch):
        loss = self.net(minibatch).pow(2).mean()
        self.opt.zero_grad()
        loss.backward()
        self.opt.step()
        self.anneal.step()


class Runner:
    def __init__(self, agent, loader):
        self.agent = agent
        self.loader = loader

    def run(self, epochs):
        for _ in range(epochs):
            for mb in self.loader:
                self.agent.improve(mb)


def main(net, loader, epochs=10):
    total_updates = epochs * len(loader)
    Runner(Agent(net, 3e-4, total_updates), loader).run(epochs)
