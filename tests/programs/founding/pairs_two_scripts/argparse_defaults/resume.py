import torch
from options import base_parser


def main(net, loader):
    p = base_parser()
    p.add_argument("--gamma", type=float, default=0.2)
    args = p.parse_args()
    optimizer = torch.optim.SGD(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10, gamma=args.gamma)  # expect: SCH301
    a, b, c = torch.load(args.out)
    net.load_state_dict(a)
    optimizer.load_state_dict(b)
    scheduler.load_state_dict(c)
    for _ in range(30, 60):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        scheduler.step()
