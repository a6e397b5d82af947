"""Static and class factories; both parts restored: silent."""
import torch


class Factory:
    @staticmethod
    def spec(kind):
        return {
            "step": (torch.optim.lr_scheduler.StepLR, dict(step_size=9)),
            "poly": (torch.optim.lr_scheduler.PolynomialLR, dict(total_iters=27)),
        }[kind]

    @classmethod
    def build(cls, kind, opt):
        klass, kw = cls.spec(kind)
        return klass(opt, **kw)


def main(net, loader, path, kind="poly"):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = Factory.build(kind, opt)
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    lrs.load_state_dict(blob["lrs"])
    for _ in range(blob["epoch"], 27):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
