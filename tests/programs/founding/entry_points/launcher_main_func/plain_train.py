"""detectron2-style launch(main, args=(args,)); the checkpoint of the scheduler alone is loaded."""
import torch
from detectron2.engine import default_argument_parser, launch


def do_train(args, model, data_loader, resume=False):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.00025)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[210000, 250000])
    start_iter = 0
    if resume:
        state = torch.load(args.ckpt)
        model.load_state_dict(state["model"])
        scheduler.load_state_dict(state["scheduler"])  # expect: SCH102
        start_iter = state["iteration"] + 1
    for data, iteration in zip(data_loader, range(start_iter, 270000)):
        losses = sum(model(data).values())
        optimizer.zero_grad()
        losses.backward()
        optimizer.step()
        scheduler.step()


def main(args):
    model = torch.nn.Linear(1, 1)
    do_train(args, model, torch.utils.data.DataLoader([], batch_size=1), resume=args.resume)


if __name__ == "__main__":
    args = default_argument_parser().parse_args()
    launch(main, args.num_gpus, args=(args,))
