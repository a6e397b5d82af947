"""setup.py with src layout; a recipe script uses the package's class, which forgets the optimizer when recovering."""
import sys

from speechy.train import Recipe


def main(net, loader):
    recipe = Recipe(net)
    if len(sys.argv) > 1:
        recipe.recover(sys.argv[1])
    recipe.fit(loader)
