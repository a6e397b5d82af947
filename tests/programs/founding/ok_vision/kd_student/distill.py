"""Distillation: a frozen teacher from another file, a student with its own schedule; teacher's checkpoint holds an optimizer."""
import torch
import torch.nn.functional as F


def kd_loss(s, t, y, T=4.0, alpha=0.9):
    soft = F.kl_div(F.log_softmax(s / T, 1), F.softmax(t / T, 1), reduction="batchmean") * T * T
    return alpha * soft + (1 - alpha) * F.cross_entropy(s, y)


def main(teacher, student, loader, epochs=240):
    teacher.load_state_dict(torch.load("teacher/ckpt.pth")["model"])
    teacher.requires_grad_(False).eval()
    optimizer = torch.optim.SGD(student.parameters(), lr=0.05, momentum=0.9, weight_decay=5e-4)
    lr_policy = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[150, 180, 210], gamma=0.1)
    for epoch in range(1, epochs + 1):
        student.train()
        for x, y in loader:
            with torch.no_grad():
                t = teacher(x)
            loss = kd_loss(student(x), t, y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        lr_policy.step()
        state = {"epoch": epoch, "model": student.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save(state, "student/ckpt.pth")
