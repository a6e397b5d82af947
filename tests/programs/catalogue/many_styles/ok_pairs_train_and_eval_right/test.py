import torch


@torch.no_grad()
def main(net, loader):
    net.load_state_dict(torch.load("model.pt")["net"])
    net.eval()
    print(sum(net(x).mean() for x in loader))
