def poly_rule(args):
    def rule(epoch):
        return max((1 - epoch / args.epochs) ** 0.9, 1e-5 / args.lr)

    return rule
