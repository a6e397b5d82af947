"""A `try` around the whole run catches much, and is no answer to another torch's arguments; a test for a GPU is none either."""
import logging

import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau, StepLR


def train(net, loader, validate, epochs=20):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    if torch.cuda.is_available():
        scheduler = ReduceLROnPlateau(optimizer, patience=3, verbose=True)  # expect: SCH401
    else:
        scheduler = ReduceLROnPlateau(optimizer, patience=1)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()  # expect: SCH205


def finetune(net, loader, epochs=20):
    optimizer = torch.optim.SGD(net.parameters(), lr=1e-3)
    scheduler = StepLR(optimizer, gamma=0.5)  # expect: SCH401
    for epoch in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step(epoch)  # expect: SCH204


def main(net, loader, validate):
    try:
        train(net, loader, validate)
        finetune(net, loader)
    except KeyboardInterrupt:
        torch.save(net.state_dict(), "interrupted.pt")
    except Exception:
        logging.exception("stopped")
        torch.save(net.state_dict(), "stopped.pt")
