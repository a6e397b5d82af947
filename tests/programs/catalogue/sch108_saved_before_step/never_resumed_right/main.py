"""The file is written before the step, but only the weights are ever read from it."""
import torch


def train(net, loader, epochs=20):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 5)
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        torch.save(
            {"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch}, "run.pt"
        )
        sched.step()


def export(net):
    net.load_state_dict(torch.load("run.pt")["net"])
    torch.onnx.export(net, torch.randn(1, 8), "net.onnx")
