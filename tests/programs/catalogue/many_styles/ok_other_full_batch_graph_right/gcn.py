import torch


def train(net, opt, data):
    net.train()
    opt.zero_grad()
    torch.nn.functional.nll_loss(net(data.x, data.edge_index)[data.train], data.y[data.train]).backward()
    opt.step()


def main(net, data):
    opt = torch.optim.Adam(net.parameters(), lr=0.01)
    sched = torch.optim.lr_scheduler.StepLR(opt, step_size=100, gamma=0.5)
    for epoch in range(1, 501):
        train(net, opt, data)
        sched.step()
