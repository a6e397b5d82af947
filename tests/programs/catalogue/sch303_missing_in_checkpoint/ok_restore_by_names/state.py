import torch
def save(path, **objects):
    torch.save({k: v.state_dict() for k, v in objects.items()}, path)
def load(path, **objects):
    blob = torch.load(path)
    for name in blob:
        objects[name].load_state_dict(blob[name])
