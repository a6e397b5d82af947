"""pytest file: parametrised schedulers, a few steps in bare loops, save/load round trips: silent."""
import pytest
import torch
from torch.optim import lr_scheduler


def parts():
    net = torch.nn.Linear(2, 2)
    return net, torch.optim.SGD(net.parameters(), lr=0.1)


@pytest.mark.parametrize("make", [lambda o: lr_scheduler.StepLR(o, 3), lambda o: lr_scheduler.CosineAnnealingLR(o, 10)])
def test_round_trip(make, tmp_path):
    net, opt = parts()
    s = make(opt)
    for _ in range(5):
        opt.step()
        s.step()
    torch.save({"o": opt.state_dict(), "s": s.state_dict()}, tmp_path / "x.pt")
    net2, opt2 = parts()
    s2 = make(opt2)
    blob = torch.load(tmp_path / "x.pt")
    opt2.load_state_dict(blob["o"])
    s2.load_state_dict(blob["s"])
    assert s2.get_last_lr() == s.get_last_lr()
