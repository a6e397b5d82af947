from model import Net


def create(config):
    return Net(config)  # a TypeError were it ever called: size and learning_rate
