from models import create_model


def main(opt, loader):
    model = create_model(opt)
    for epoch in range(opt.epochs):
        for batch in loader:
            model.optimize()
        for scheduler in model.schedulers:
            scheduler.step()
