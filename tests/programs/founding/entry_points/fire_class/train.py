"""fire.Fire on a class: methods are commands, the epoch schedule moves per batch in `train`."""
import fire
import torch


class Commands:
    def __init__(self, lr=0.01, epochs=30):
        self.lr, self.epochs = lr, epochs

    def data(self):
        return torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(99, 7)), batch_size=9)

    def train(self):
        net = torch.nn.Linear(7, 1)
        opt = torch.optim.SGD(net.parameters(), lr=self.lr)
        policy = torch.optim.lr_scheduler.CosineAnnealingLR(opt, self.epochs)
        for _ in range(self.epochs):
            for (x,) in self.data():
                opt.zero_grad()
                net(x).pow(2).mean().backward()
                opt.step()
                policy.step()  # expect: SCH201
        torch.save(net.state_dict(), "net.pt")


if __name__ == "__main__":
    fire.Fire(Commands)
