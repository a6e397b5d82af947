"""examples/imagenet: mp.spawn or not, resume, StepLR per epoch, best checkpoint copied."""
import argparse
import os
import shutil

import torch
import torch.multiprocessing as mp
import torchvision.models as models
from torch.optim.lr_scheduler import StepLR

parser = argparse.ArgumentParser(description="PyTorch ImageNet Training")
parser.add_argument("--epochs", default=90, type=int)
parser.add_argument("--start-epoch", default=0, type=int)
parser.add_argument("--lr", "--learning-rate", default=0.1, type=float, dest="lr")
parser.add_argument("--resume", default="", type=str, metavar="PATH")
parser.add_argument("--multiprocessing-distributed", action="store_true")
parser.add_argument("-e", "--evaluate", action="store_true")


def main():
    args = parser.parse_args()
    n = torch.cuda.device_count()
    if args.multiprocessing_distributed:
        mp.spawn(main_worker, nprocs=n, args=(n, args))
    else:
        main_worker(0, n, args)


def main_worker(gpu, ngpus_per_node, args):
    model = torch.nn.DataParallel(models.resnet18()).cuda()
    criterion = torch.nn.CrossEntropyLoss().cuda(gpu)
    optimizer = torch.optim.SGD(model.parameters(), args.lr, momentum=0.9, weight_decay=1e-4)
    scheduler = StepLR(optimizer, step_size=30, gamma=0.1)
    if args.resume:
        if os.path.isfile(args.resume):
            checkpoint = torch.load(args.resume)
            args.start_epoch = checkpoint["epoch"]
            model.load_state_dict(checkpoint["state_dict"])
            optimizer.load_state_dict(checkpoint["optimizer"])
            scheduler.load_state_dict(checkpoint["scheduler"])
        else:
            print("=> no checkpoint found at '{}'".format(args.resume))
    loader = torch.utils.data.DataLoader([], batch_size=256)
    if args.evaluate:
        return
    for epoch in range(args.start_epoch, args.epochs):
        train(loader, model, criterion, optimizer)
        scheduler.step()
        save_checkpoint(
            {
                "epoch": epoch + 1,
                "state_dict": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "scheduler": scheduler.state_dict(),
            },
            epoch % 10 == 0,
        )


def train(loader, model, criterion, optimizer):
    for i, (images, target) in enumerate(loader):
        loss = criterion(model(images), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def save_checkpoint(state, is_best, filename="checkpoint.pth.tar"):
    torch.save(state, filename)
    if is_best:
        shutil.copyfile(filename, "model_best.pth.tar")


if __name__ == "__main__":
    main()
