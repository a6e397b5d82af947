"""MAML: inner functional updates, outer optimizer per meta-batch; schedule in meta-epochs."""
import torch
from torch.func import functional_call


def inner(net, params, x, y, lr=0.01, turns=5):
    for _ in range(turns):
        loss = torch.nn.functional.cross_entropy(functional_call(net, params, x), y)
        grads = torch.autograd.grad(loss, params.values(), create_graph=True)
        params = {k: p - lr * g for (k, p), g in zip(params.items(), grads)}
    return params


def main(net, task_loader, max_epoch=60):
    meta_opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    meta_sched = torch.optim.lr_scheduler.StepLR(meta_opt, step_size=max_epoch // 3, gamma=0.5)
    for epoch in range(max_epoch):
        for tasks in task_loader:
            meta_opt.zero_grad()
            for xs, ys, xq, yq in tasks:
                fast = inner(net, dict(net.named_parameters()), xs, ys)
                torch.nn.functional.cross_entropy(functional_call(net, fast, xq), yq).backward()
            meta_opt.step()
        meta_sched.step()
