def log_epoch(writer, epoch, scheduler):
    writer.add_scalar("train/lr", scheduler.get_lr()[0], epoch)  # expect: SCH403
    writer.flush()
