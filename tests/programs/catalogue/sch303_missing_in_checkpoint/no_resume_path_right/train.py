"""The checkpoint has no scheduler but nothing in the project resumes from it; evaluation reads the weights."""
import torch


def train(net, loader, epochs=30):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
    for epoch in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
        torch.save({"net": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}, "snapshot.pt")


def evaluate(net, loader):
    net.load_state_dict(torch.load("snapshot.pt")["net"])
    net.eval()
    with torch.no_grad():
        return sum((net(x).argmax(1) == y).float().mean() for x, y in loader)
