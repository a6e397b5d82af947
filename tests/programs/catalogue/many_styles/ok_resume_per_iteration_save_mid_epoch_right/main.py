import torch
from state import State


def main(net, loader, epochs, resume=None):
    opt = torch.optim.AdamW(net.parameters(), 1e-3)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda it: min(1, it / 1000) * 0.999 ** it)
    st = State(net, opt, sched)
    if resume:
        st.load(resume)
    for _ in range(st.epoch, epochs):
        for batch in loader:
            opt.zero_grad()
            net(batch).mean().backward()
            opt.step()
            sched.step()
            st.it += 1
            if st.it % 500 == 0:
                st.save(f"it{st.it}.pt")
        st.epoch += 1
        st.save("last.pt")
