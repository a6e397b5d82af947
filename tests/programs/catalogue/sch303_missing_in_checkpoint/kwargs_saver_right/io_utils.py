import torch


def dump(path, epoch, **objects):
    content = {name: obj.state_dict() for name, obj in objects.items()}
    content["epoch"] = epoch
    torch.save(content, path)


def undump(path, **objects):
    content = torch.load(path)
    for name, obj in objects.items():
        obj.load_state_dict(content[name])
    return content["epoch"]
