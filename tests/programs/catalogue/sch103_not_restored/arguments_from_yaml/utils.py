from torch.optim import SGD, Adam


def make_optimizer(parameters, spec, load_state=False):
    optimizer = {"sgd": SGD, "adam": Adam}[spec["name"]](parameters, **spec["args"])
    if load_state:
        optimizer.load_state_dict(spec["state"])  # expect: SCH103
    return optimizer
