import torch


def train(args, model, loader, optimizer, scheduler):
    model.zero_grad()
    for _ in range(args.num_train_epochs):
        for step, batch in enumerate(loader):
            loss = model(**batch)[0] / args.gradient_accumulation_steps
            loss.backward()
            if (step + 1) % args.gradient_accumulation_steps == 0:
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                optimizer.step()
                scheduler.step()  # expect: SCH209
                model.zero_grad()
