"""range(1, n + 1) and step(epoch): LambdaLR in a GAN with argparse."""
import argparse

import torch


def main(gen, dis, loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("--n_epochs", type=int, default=200)
    parser.add_argument("--decay_start", type=int, default=100)
    opt = parser.parse_args()

    def rule(epoch):
        return 1.0 - max(0, epoch - opt.decay_start) / (opt.n_epochs - opt.decay_start + 1)

    og = torch.optim.Adam(gen.parameters(), lr=2e-4)
    od = torch.optim.Adam(dis.parameters(), lr=2e-4)
    sg = torch.optim.lr_scheduler.LambdaLR(og, lr_lambda=rule)
    sd = torch.optim.lr_scheduler.LambdaLR(od, lr_lambda=rule)
    for epoch in range(1, opt.n_epochs + 1):
        for real in loader:
            fake = gen(torch.randn_like(real))
            od.zero_grad()
            (dis(fake.detach()).mean() - dis(real).mean()).backward()
            od.step()
            og.zero_grad()
            (-dis(fake).mean()).backward()
            og.step()
        sg.step(epoch)  # expect: SCH204
        sd.step(epoch)  # expect: SCH204
