from torch import nn, optim
from torch.optim import lr_scheduler


class BaseRunner:
    modes = ("train", "valid")

    def __init__(self, config, loaders):
        self.config = config
        self.loaders = loaders

    def build(self):
        raise NotImplementedError

    def forward_batch(self, model, batch, mode, optimizer, criterion):
        raise NotImplementedError

    def run(self):
        model = self.build()
        optimizer = optim.Adam(model.parameters(), lr=self.config["lr"])
        decay = None
        if self.config["lr_step"] > 0:
            decay = lr_scheduler.StepLR(optimizer, step_size=self.config["lr_step"], gamma=0.5)
        criterion = nn.MSELoss()
        for epoch in range(1, self.config["epochs"] + 1):
            for mode in self.modes:
                is_train = mode == "train"
                if is_train:
                    if decay is not None:
                        decay.step()  # expect: SCH203
                    model.train()
                else:
                    model.eval()
                for batch in self.loaders[mode]:
                    self.forward_batch(model, batch, mode, optimizer, criterion)
