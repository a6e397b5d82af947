"""Ray Tune's schedulers decide about trials; the trainable's own cosine is right."""
import torch
from ray import tune
from ray.tune.schedulers import ASHAScheduler, PopulationBasedTraining


def trainable(config):
    net = torch.nn.Linear(4, 1)
    opt = torch.optim.SGD(net.parameters(), lr=config["lr"])
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=config["epochs"])
    for _ in range(config["epochs"]):
        for x in torch.randn(20, 8, 4):
            opt.zero_grad()
            net(x).square().mean().backward()
            opt.step()
        cosine.step()
        tune.report({"loss": float(net(x).mean())})


scheduler = PopulationBasedTraining(time_attr="training_iteration", perturbation_interval=5)
backup = ASHAScheduler(max_t=100)
tune.run(trainable, config={"lr": tune.loguniform(1e-4, 1e-1), "epochs": 100}, scheduler=scheduler)
