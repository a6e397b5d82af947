from settings import *
from torch import optim

from lookahead import *

net = load_model(MODEL)
base = optim.Adam(net.parameters(), lr=1e-3, amsgrad=True)
optimizer = Lookahead(base, k=6)
lr_scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 60, 1e-6)
epoch = 0
while epoch < 60:
    for i, (x, y) in enumerate(train_loader):
        optimizer.zero_grad()
        loss = criterion(net(x), y)
        loss.backward()
        optimizer.step()
        lr_scheduler.step(epoch=epoch)  # expect: SCH204
    epoch += 1
