def poly_rule(args):
    def rule(epoch):
        return args.lr * (1 - epoch / args.epochs) ** 0.9

    return rule
