import os

import torch


def load_checkpoint(config, model, optimizer, lr_scheduler, logger):
    logger.info("resuming from %s", config.MODEL.RESUME)
    checkpoint = torch.load(config.MODEL.RESUME, map_location="cpu")
    model.load_state_dict(checkpoint["model"], strict=False)
    if not config.EVAL_MODE and "optimizer" in checkpoint and "lr_scheduler" in checkpoint:
        optimizer.load_state_dict(checkpoint["optimizer"])
        lr_scheduler.load_state_dict(checkpoint["lr_scheduler"])
    return checkpoint.get("max_accuracy", 0.0)


def auto_resume_helper(output_dir):
    found = [os.path.join(output_dir, f) for f in os.listdir(output_dir) if f.endswith("pth")]
    return max(found, key=os.path.getmtime) if found else None
