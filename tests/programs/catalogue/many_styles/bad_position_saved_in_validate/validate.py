import torch


def validate(net, val, optimizer, scheduler, epoch):
    with torch.no_grad():
        loss = sum(net(x).mean().item() for x in val)
    torch.save(  # expect: SCH108
        {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(), "epoch": epoch, "loss": loss},
        "ck.pt",
    )
