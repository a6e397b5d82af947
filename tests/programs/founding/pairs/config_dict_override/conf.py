COMMON = {"lr": 0.05, "step_size": 20, "gamma": 0.5, "path": "experiments/e1.pth"}
