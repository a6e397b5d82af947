"""deepspeed.initialize without a scheduler hands the optimizer back; the user's epoch schedule moves per batch."""
import deepspeed
import torch


def train(args, net, data):
    opt = torch.optim.Adam(net.parameters(), lr=args.lr)
    engine, opt, loader, _ = deepspeed.initialize(args=args, model=net, optimizer=opt, training_data=data)
    policy = torch.optim.lr_scheduler.MultiStepLR(opt, [args.epochs // 2, args.epochs * 3 // 4], gamma=0.1)
    for epoch in range(args.epochs):
        for batch in loader:
            loss = engine(batch.to(engine.device))
            engine.backward(loss)
            engine.step()
            policy.step()  # expect: SCH201
