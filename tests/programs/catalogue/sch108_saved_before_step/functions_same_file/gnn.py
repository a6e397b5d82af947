"""Full-batch graph training in functions: checkpoint(), then scheduler.step()."""
import torch

FILE = "gnn.ckpt"


def checkpoint(epoch, gnn, optimizer, scheduler):
    torch.save(  # expect: SCH108
        (epoch, gnn.state_dict(), optimizer.state_dict(), scheduler.state_dict()),
        FILE,
    )


def restore(gnn, optimizer, scheduler):
    epoch, g, o, s = torch.load(FILE)
    gnn.load_state_dict(g)
    optimizer.load_state_dict(o)
    scheduler.load_state_dict(s)
    return epoch + 1


def main(gnn, graph, resume=False, epochs=400):
    optimizer = torch.optim.Adam(gnn.parameters(), lr=0.01)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=100)
    start = restore(gnn, optimizer, scheduler) if resume else 0
    for epoch in range(start, epochs):
        optimizer.zero_grad()
        out = gnn(graph.x, graph.edge_index)
        torch.nn.functional.nll_loss(out[graph.train_mask], graph.y[graph.train_mask]).backward()
        optimizer.step()
        checkpoint(epoch, gnn, optimizer, scheduler)
        scheduler.step()
