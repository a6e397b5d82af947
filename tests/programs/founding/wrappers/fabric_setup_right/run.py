"""Lightning Fabric's setup; both states come back: silent."""
import lightning as L
import torch


def run(model, dataset, ckpt=None):
    fabric = L.Fabric(accelerator="auto", devices=1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.03)
    model, optimizer = fabric.setup(model, optimizer)
    loader = fabric.setup_dataloaders(torch.utils.data.DataLoader(dataset, batch_size=32))
    sched = torch.optim.lr_scheduler.StepLR(optimizer, step_size=15)
    begin = 0
    if ckpt:
        blob = torch.load(ckpt)
        model.load_state_dict(blob["model"])
        optimizer.load_state_dict(blob["optimizer"])
        sched.load_state_dict(blob["sched"])
        begin = blob["epoch"]
    for _ in range(begin, 45):
        for batch in loader:
            optimizer.zero_grad()
            fabric.backward(model(batch))
            optimizer.step()
        sched.step()
