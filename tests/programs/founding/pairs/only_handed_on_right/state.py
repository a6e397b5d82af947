import torch
from torch.distributed.checkpoint.state_dict import get_optimizer_state_dict, set_optimizer_state_dict
from transformers import get_cosine_schedule_with_warmup


def load(self):
    self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=self.rate)
    self.scheduler = get_cosine_schedule_with_warmup(self.optimizer, num_warmup_steps=1000, num_training_steps=88000)
    state = torch.load("state.pt")
    set_optimizer_state_dict(model=self.model, optimizers=self.optimizer, optim_state_dict=state["optimizer"])
    self.scheduler.load_state_dict(state["scheduler"])


def save(self):
    state = {"optimizer": get_optimizer_state_dict(self.model, self.optimizer), "scheduler": self.scheduler.state_dict()}
    torch.save(state, "state.pt")
