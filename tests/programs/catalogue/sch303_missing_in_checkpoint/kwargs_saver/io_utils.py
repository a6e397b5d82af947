import torch


def dump(path, epoch, **objects):
    content = {name: obj.state_dict() for name, obj in objects.items()}
    content["epoch"] = epoch
    torch.save(content, path)  # expect: SCH303


def undump(path, **objects):
    content = torch.load(path)
    for name, obj in objects.items():
        obj.load_state_dict(content[name])  # expect: SCH103
    return content["epoch"]
