def catch_up(scheduler, epochs):
    """Bring the schedule to where the run stopped."""
    for _ in range(epochs):
        scheduler.step()  # expect: SCH107
