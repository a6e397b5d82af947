import torch


class Learner:
    def __init__(self, net):
        self.net = net

    def begin_task(self, task, epochs):
        self.optimizer = torch.optim.SGD(self.net.parameters(), lr=0.1 if task == 0 else 0.01)
        self.scheduler = torch.optim.lr_scheduler.MultiStepLR(self.optimizer, [epochs // 2, epochs * 3 // 4])

    def observe(self, x, y):
        self.optimizer.zero_grad()
        torch.nn.functional.cross_entropy(self.net(x), y).backward()
        self.optimizer.step()

    def end_epoch(self):
        self.scheduler.step()


def main(net, tasks, epochs=40):
    learner = Learner(net)
    for t, loader in enumerate(tasks):
        learner.begin_task(t, epochs)
        for _ in range(epochs):
            for x, y in loader:
                learner.observe(x, y)
            learner.end_epoch()
