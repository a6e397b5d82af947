import torch


def load_objects(path, **objects):
    saved = torch.load(path, map_location="cpu")
    for key, obj in objects.items():
        if obj is not None:
            obj.load_state_dict(saved[key])  # expect: SCH102
    return saved.get("epoch", -1)
