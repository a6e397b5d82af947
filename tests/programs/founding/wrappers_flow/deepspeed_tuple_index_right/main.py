"""deepspeed.initialize(...)[1]; the engine's load_checkpoint brings the optimizer back: silent."""
import deepspeed
import torch

CONFIG = {"train_batch_size": 32, "zero_optimization": {"stage": 0}}


def main(net, loader, path=None):
    base = torch.optim.AdamW(net.parameters(), lr=1e-4)
    made = deepspeed.initialize(model=net, optimizer=base, config=CONFIG)
    engine, opt = made[0], made[1]
    policy = torch.optim.lr_scheduler.StepLR(opt, 4, gamma=0.5)
    start = 0
    if path:
        _, ck = engine.load_checkpoint(path)
        policy.load_state_dict(ck["policy"])
        start = ck["epoch"]
    for _ in range(start, 20):
        for x in loader:
            engine.backward(engine(x).sum())
            engine.step()
        policy.step()
