"""setup.py with src layout; the recipe's class recovers both: silent."""
import sys

from speechy.train import Recipe


def main(net, loader):
    recipe = Recipe(net)
    if len(sys.argv) > 1:
        recipe.recover(sys.argv[1])
    recipe.fit(loader)
