"""tqdm.trange for epochs; the epoch schedule moves per epoch: silent."""
import torch
from tqdm.auto import tqdm, trange


def main(net, train_data, num_train_epochs=4):
    opt = torch.optim.AdamW(net.parameters(), lr=5e-5)
    lrs = torch.optim.lr_scheduler.LinearLR(opt, 1.0, 0.1, total_iters=num_train_epochs)
    for _ in trange(int(num_train_epochs), desc="Epoch"):
        for step, batch in tqdm(enumerate(train_data), total=len(train_data)):
            opt.zero_grad()
            net(batch).mean().backward()
            opt.step()
        lrs.step()
