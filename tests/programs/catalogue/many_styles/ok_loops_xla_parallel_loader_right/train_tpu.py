import torch
import torch_xla.core.xla_model as xm
import torch_xla.distributed.parallel_loader as pl
import torch_xla.distributed.xla_multiprocessing as xmp


def _mp_fn(index, flags):
    device = xm.xla_device()
    model = flags['make']().to(device)
    loader = flags['loader']()
    optimizer = torch.optim.SGD(model.parameters(), lr=flags['lr'] * xm.xrt_world_size())
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [30, 60, 80])

    def train_loop_fn(batches):
        model.train()
        for x, y in batches:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            xm.optimizer_step(optimizer)

    for epoch in range(1, 91):
        para = pl.ParallelLoader(loader, [device])
        train_loop_fn(para.per_device_loader(device))
        scheduler.step()
        xm.save({'model': model.state_dict(), 'epoch': epoch}, 'ckpt.pt')


def main(flags):
    xmp.spawn(_mp_fn, args=(flags,), nprocs=8)
