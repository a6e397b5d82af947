"""`from common import *`, where common star-imports torch's modules; batches-long cosine stepped per epoch."""
from common import *


def go(model, trainset, epochs=20):
    dl = torch.utils.data.DataLoader(trainset, batch_size=50, shuffle=True)
    opt = Adam(model.parameters(), lr=4e-4)
    sch = CosineAnnealingLR(opt, T_max=len(dl) * epochs)
    for ep in range(epochs):
        for x, y in dl:
            opt.zero_grad()
            F.cross_entropy(model(x.to(device)), y.to(device)).backward()
            opt.step()
        sch.step()  # expect: SCH202
