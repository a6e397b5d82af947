import asyncio

import torch


async def train(net, stream, epochs):
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs)
    for _ in range(epochs):
        async for x in stream:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()  # expect: SCH201


def main(net, stream):
    asyncio.run(train(net, stream, 40))
