from optim import build


def train_epoch(model, opt, loader):
    for batch in loader:
        opt.zero_grad()
        model(**batch).loss.backward()
        opt.step()


def main(model, loader, epochs=4):
    opt, sched = build(model, loader, epochs)
    for _ in range(epochs):
        train_epoch(model, opt, loader)
        sched.step()  # expect: SCH202
