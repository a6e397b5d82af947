def log_epoch(writer, epoch, scheduler):
    writer.add_scalar("train/lr", scheduler.optimizer.param_groups[0]["lr"], epoch)
    writer.flush()
