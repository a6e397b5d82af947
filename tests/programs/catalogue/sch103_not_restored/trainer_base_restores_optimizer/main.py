import json, torch
from trainer import Trainer
from data import make_loader, Net
def main():
    cfg = json.load(open("cfg.json"))
    model = Net()
    optimizer = torch.optim.Adam(model.parameters(), lr=cfg["lr"])
    sched = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30, gamma=0.1)
    Trainer(model, optimizer, make_loader(), sched, cfg).train()
if __name__ == "__main__":
    main()
