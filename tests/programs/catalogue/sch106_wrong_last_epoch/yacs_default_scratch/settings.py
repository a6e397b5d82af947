from yacs.config import CfgNode as CN

cfg = CN()
cfg.START = "scratch"
cfg.CHECKPOINT = ""
cfg.EPOCHS = 50
