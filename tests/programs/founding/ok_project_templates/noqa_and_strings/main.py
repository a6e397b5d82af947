"""Code inside strings and comments is no code; the running program is right."""
import torch

DOC = '''
scheduler.load_state_dict(ck["scheduler"])
optimizer.load_state_dict(ck["optimizer"])
for x in loader:
    scheduler.step()
'''


def main(net, loader, epochs=10):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
            # scheduler.step()
        scheduler.step()
    print(DOC)
