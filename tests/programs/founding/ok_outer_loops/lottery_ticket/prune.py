"""Iterative pruning: weights rewound, optimizer and schedule rebuilt per round; the round loop is no epoch loop."""
import copy

import torch
import torch.nn.utils.prune as prune


def main(net, loader, rounds=8, epochs=40):
    first = copy.deepcopy(net.state_dict())
    for r in range(rounds):
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
        scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[20, 30])
        for epoch in range(epochs):
            for x, y in loader:
                optimizer.zero_grad()
                torch.nn.functional.cross_entropy(net(x), y).backward()
                optimizer.step()
            scheduler.step()
        prune.global_unstructured([(net, "weight")], prune.L1Unstructured, amount=0.2)
        net.load_state_dict(first, strict=False)
