from transformers import get_cosine_schedule_with_warmup


def make_scheduler(optimizer, num_train_steps, num_warmup_steps):
    return get_cosine_schedule_with_warmup(  # expect: SCH405
        optimizer, num_warmup_steps=num_train_steps, num_training_steps=num_warmup_steps
    )
