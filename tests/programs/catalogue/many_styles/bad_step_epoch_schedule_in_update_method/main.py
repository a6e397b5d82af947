from agent import Agent


def main(net, loader, num_epochs=50):
    agent = Agent(net, num_epochs)
    for _ in range(num_epochs):
        for x, y in loader:
            agent.learn(x, y)
