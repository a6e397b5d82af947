import lightning as L
from module import Lit


def main(net, dm):
    trainer = L.Trainer(max_epochs=10, callbacks=[L.pytorch.callbacks.LearningRateMonitor("step")])
    trainer.fit(Lit(net), dm)
