import torch


def save_objects(path, objects, **extra):
    payload = {name: obj.state_dict() for name, obj in objects.items()}
    payload.update(extra)
    torch.save(payload, path)


def load_objects(path, objects):
    saved = torch.load(path, map_location="cpu")
    for name, obj in objects.items():
        obj.load_state_dict(saved[name])
    return saved
