"""`for split, loader in loaders.items()` inside the epoch loop; the schedule moves in the train batches."""
import torch


def main(net, sets, max_epoch=21):
    loaders = {s: torch.utils.data.DataLoader(sets[s], 16, shuffle=s == "train") for s in ("train", "dev")}
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(opt, max_epoch)
    for epoch in range(max_epoch):
        for split, loader in loaders.items():
            for x, y in loader:
                loss = torch.nn.functional.cross_entropy(net(x), y)
                if split != "train":
                    continue
                opt.zero_grad()
                loss.backward()
                opt.step()
                cosine.step()  # expect: SCH201
