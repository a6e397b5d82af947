"""argparse defaults: --gamma is 0.1 in train.py and 0.2 in resume.py; --lr comes from a shared parser."""
import torch
from options import base_parser


def main(net, loader):
    p = base_parser()
    p.add_argument("--gamma", type=float, default=0.1)
    args = p.parse_args()
    optimizer = torch.optim.SGD(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10, gamma=args.gamma)
    for _ in range(30):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        scheduler.step()
        torch.save((net.state_dict(), optimizer.state_dict(), scheduler.state_dict()), args.out)
