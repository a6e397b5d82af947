from trainer import Trainer


def speed(model, config, batch, n_iters):
    trainer = Trainer(model, config)
    for _ in range(n_iters):
        trainer.step(batch, epoch=0)
