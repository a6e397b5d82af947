import torch.nn.functional as F


def do_train(cfg, model, data_loader, optimizer, scheduler):
    for epoch in range(cfg.SOLVER.MAX_EPOCH):
        for iteration, (images, masks) in enumerate(data_loader, 1):
            loss = F.cross_entropy(model(images), masks, ignore_index=255)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            scheduler.step()  # expect: SCH201
