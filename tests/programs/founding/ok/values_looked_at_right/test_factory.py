from factory import build


def test_values(model, args):
    optimizer, scheduler = build(model, args)
    seen = []
    for epoch in range(args.epoch):
        seen.append(optimizer.param_groups[0]["lr"])
        scheduler.step()
    assert seen[0] < seen[1]
