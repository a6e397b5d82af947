def create_model(opt):
    from .model import Model as M

    return M(opt)
