"""HF Trainer(optimizers=(opt, sched)): stepped by the Trainer after every update."""
import torch
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments


def main(train_ds, eval_ds):
    model = AutoModelForSequenceClassification.from_pretrained("bert-base-uncased")
    args = TrainingArguments("out", num_train_epochs=3, per_device_train_batch_size=16)
    total = len(train_ds) // 16 * 3
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-5)
    scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=1.0, end_factor=0.0, total_iters=total)
    trainer = Trainer(model, args, train_dataset=train_ds, eval_dataset=eval_ds, optimizers=(optimizer, scheduler))
    trainer.train(resume_from_checkpoint=True)
