"""CyclicLR with step_size_up in iterations is stepped once in each of 60 epochs."""
import torch


def train(net, dl):
    opt = torch.optim.SGD(net.parameters(), lr=1e-3, momentum=0.9)
    cyc = torch.optim.lr_scheduler.CyclicLR(opt, base_lr=1e-4, max_lr=1e-2, step_size_up=4 * len(dl))
    for epoch in range(60):
        for x, y in dl:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
        cyc.step()  # expect: SCH202
        print(epoch, cyc.get_last_lr())
