"""DQN: learns at every environment step, the schedule counts episodes; env.step is no scheduler."""
import gymnasium as gym
from agent import DQN


def main(q, target, episodes=500):
    env = gym.make("CartPole-v1")
    agent = DQN(q, target, episodes)
    for episode in range(episodes):
        state, _ = env.reset()
        done = False
        while not done:
            action = env.action_space.sample()
            nxt, reward, terminated, truncated, _ = env.step(action)
            done = terminated or truncated
            agent.memory.append((state, action, reward, nxt))
            agent.learn()
            state = nxt
        agent.lr_decay.step()
        if episode % 10 == 0:
            target.load_state_dict(q.state_dict())
