"""amp.initialize with lists; the schedules move per epoch: silent."""
import torch
from apex import amp


def main(G, D, loader, args):
    opt_G = torch.optim.Adam(G.parameters(), lr=args.lr_g)
    opt_D = torch.optim.Adam(D.parameters(), lr=args.lr_d)
    if args.amp:
        [G, D], [opt_G, opt_D] = amp.initialize([G, D], [opt_G, opt_D], opt_level="O1", num_losses=2)
    sched_G = torch.optim.lr_scheduler.PolynomialLR(opt_G, total_iters=args.n_epochs)
    sched_D = torch.optim.lr_scheduler.PolynomialLR(opt_D, total_iters=args.n_epochs)
    for epoch in range(args.n_epochs):
        for x in loader:
            opt_D.zero_grad()
            with amp.scale_loss(D(G(x).detach()).mean(), opt_D, loss_id=0) as scaled:
                scaled.backward()
            opt_D.step()
            opt_G.zero_grad()
            with amp.scale_loss(-D(G(x)).mean(), opt_G, loss_id=1) as scaled:
                scaled.backward()
            opt_G.step()
        sched_G.step()
        sched_D.step()
