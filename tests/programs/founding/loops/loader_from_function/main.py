"""The loader comes from a package function in a dict; LambdaLR over epochs moves per batch."""
import torch
from data import get_data


def main(dataset, net, EPOCHS=40):
    feeds = get_data(dataset, bs=32)
    opt = torch.optim.Adam(net.parameters(), lr=3e-3)
    decay = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda=lambda epoch: (1 - epoch / EPOCHS) ** 0.9)
    for epoch in range(EPOCHS):
        for image, mask in feeds["train"]:
            opt.zero_grad()
            torch.nn.functional.binary_cross_entropy_with_logits(net(image), mask).backward()
            opt.step()
            decay.step()  # expect: SCH201
        with torch.no_grad():
            print(sum(net(i).mean() for i, _ in feeds["val"]))
