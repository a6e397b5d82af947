import torch
from ignite.engine import Engine, Events


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 10)

    def update(engine, batch):
        opt.zero_grad()
        loss = net(batch).mean()
        loss.backward()
        opt.step()
        return loss.item()

    trainer = Engine(update)

    @trainer.on(Events.EPOCH_COMPLETED)
    def decay(engine):
        sched.step()

    trainer.run(loader, max_epochs=30)
