"""Only the weights are saved and only the weights are loaded (best model for testing)."""
import torch


def fit(model, train_loader, val_loader, test_loader, epochs=25):
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, mode="max", patience=2)
    best = 0.0
    for _ in range(epochs):
        for x, y in train_loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
        accuracy = score(model, val_loader)
        scheduler.step(accuracy)
        if accuracy > best:
            best = accuracy
            torch.save(model.state_dict(), "best_model.pt")
    model.load_state_dict(torch.load("best_model.pt"))
    return score(model, test_loader)


@torch.no_grad()
def score(model, loader):
    return sum((model(x).argmax(1) == y).float().mean().item() for x, y in loader) / len(loader)
