from model import Model


def create_model(opt):
    return Model(opt)
