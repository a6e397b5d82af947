from yacs.config import CfgNode as CN

cfg = CN()
cfg.DECAY = False
cfg.EPOCHS = 50
