"""accelerator.prepare hands the same objects back; a schedule over epochs moves per batch."""
from accelerate import Accelerator
from torch.optim import AdamW
from torch.optim.lr_scheduler import CosineAnnealingLR
from torch.utils.data import DataLoader


def training_function(config, model, train_set):
    accelerator = Accelerator(mixed_precision=config["mp"])
    num_epochs = int(config["num_epochs"])
    train_dataloader = DataLoader(train_set, shuffle=True, batch_size=int(config["batch_size"]))
    optimizer = AdamW(params=model.parameters(), lr=config["lr"])
    lr_scheduler = CosineAnnealingLR(optimizer=optimizer, T_max=num_epochs)
    model, optimizer, train_dataloader, lr_scheduler = accelerator.prepare(
        model, optimizer, train_dataloader, lr_scheduler
    )
    for epoch in range(num_epochs):
        model.train()
        for step, batch in enumerate(train_dataloader):
            loss = model(**batch).loss
            accelerator.backward(loss)
            optimizer.step()
            lr_scheduler.step()  # expect: SCH201
            optimizer.zero_grad()
