"""DeepSpeed's engine has a get_lr() of its own."""
import deepspeed


def main(model, loader, config):
    engine, _, _, _ = deepspeed.initialize(model=model, model_parameters=model.parameters(), config=config)
    for batch in loader:
        loss = engine(batch)
        engine.backward(loss)
        engine.step()
        print(engine.get_lr()[0])
