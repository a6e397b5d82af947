"""torch.compile on a function that does the optimizer's step; OneCycle over batches moves per epoch."""
import torch


def main(net, loader, epochs=3):
    net = torch.compile(net, mode="max-autotune")
    opt = torch.optim.Adam(net.parameters(), lr=1e-3, capturable=True)
    cyc = torch.optim.lr_scheduler.OneCycleLR(opt, 1e-2, total_steps=epochs * len(loader))

    @torch.compile(fullgraph=False)
    def fused():
        opt.step()

    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            fused()
        cyc.step()  # expect: SCH202
