import os, torch
from state import State
def main(net, loader):
    opt = torch.optim.Adam(net.parameters())
    sched = torch.optim.lr_scheduler.StepLR(opt, 4)
    st = State(net=net, optimizer=opt, scheduler=sched)
    e = st.load("s.pt") if os.path.exists("s.pt") else 0
    for epoch in range(e, 20):
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
        st.save("s.pt", epoch + 1)
