"""Static methods build things; the static restore drops the optimizer."""
import torch


class Solver:
    @staticmethod
    def build_scheduler(optimizer, gamma):
        return torch.optim.lr_scheduler.MultiStepLR(optimizer, [40, 70], gamma=gamma)

    @staticmethod
    def restore(model, scheduler, f):
        data = torch.load(f, map_location=lambda storage, loc: storage)
        model.load_state_dict(data["weights"], strict=False)
        scheduler.load_state_dict(data["sched"])  # expect: SCH102
        return int(data["epoch"])

    def solve(self, model, batches, f=None):
        optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
        scheduler = Solver.build_scheduler(optimizer, 0.1)
        epoch = self.restore(model, scheduler, f) if f else 0
        for epoch in range(epoch, 80):
            for batch in batches:
                optimizer.zero_grad()
                model.objective(batch).backward()
                optimizer.step()
            scheduler.step()
