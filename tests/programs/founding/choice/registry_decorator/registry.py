class Registry:
    def __init__(self, name):
        self._name = name
        self._obj_map = {}

    def register(self, name):
        def deco(fn):
            self._obj_map[name] = fn
            return fn

        return deco

    def get(self, name):
        return self._obj_map[name]


SCHEDULERS = Registry("SCHEDULER")
