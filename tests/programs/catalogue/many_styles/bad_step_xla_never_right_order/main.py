import torch
import torch_xla.core.xla_model as xm


def train_fn(net, loader, opt, sched):
    for x in loader:
        opt.zero_grad()
        net(x).mean().backward()
        xm.optimizer_step(opt)
    xm.mark_step()


def main(net, loader, flags):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 30)
    for _ in range(flags.num_epochs):
        sched.step()  # expect: SCH203
        train_fn(net, loader, opt, sched)
