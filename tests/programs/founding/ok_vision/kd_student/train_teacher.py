import torch


def main(teacher, loader):
    optimizer = torch.optim.SGD(teacher.parameters(), lr=0.1, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=200)
    for epoch in range(200):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(teacher(x), y).backward()
            optimizer.step()
        scheduler.step()
    torch.save({"model": teacher.state_dict(), "optimizer": optimizer.state_dict()}, "teacher/ckpt.pth")
