from speechy.train.recipe import Recipe
