import torch


class GAN:
    def __init__(self, G, D):
        self.G, self.D = G, D
        self.opt_g = torch.optim.Adam(G.parameters(), 2e-4)
        self.opt_d = torch.optim.Adam(D.parameters(), 2e-4)
        self.sch_g = torch.optim.lr_scheduler.StepLR(self.opt_g, 50, 0.5)
        self.sch_d = torch.optim.lr_scheduler.StepLR(self.opt_d, 50, 0.5)

    def load(self, path):
        ck = torch.load(path)
        self.G.load_state_dict(ck["G"])
        self.D.load_state_dict(ck["D"])
        self.opt_g.load_state_dict(ck["opt_g"])
        self.opt_d.load_state_dict(ck["opt_d"])  # expect: SCH103
        self.sch_g.load_state_dict(ck["sch_g"])
        return ck["epoch"]

    def epoch(self, loader):
        for x in loader:
            self.opt_g.zero_grad()
            self.G(x).mean().backward()
            self.opt_g.step()
            self.opt_d.zero_grad()
            self.D(x).mean().backward()
            self.opt_d.step()
        self.sch_g.step()
        self.sch_d.step()
