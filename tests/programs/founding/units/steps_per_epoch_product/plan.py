def total_updates(dataset_size, batch_size, epochs):
    steps_per_epoch = dataset_size // batch_size
    return steps_per_epoch * epochs
