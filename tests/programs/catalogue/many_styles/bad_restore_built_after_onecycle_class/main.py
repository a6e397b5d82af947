from learner import Learner


def main(net, loader, ckpt):
    Learner(net, loader, ckpt).fit(30)
