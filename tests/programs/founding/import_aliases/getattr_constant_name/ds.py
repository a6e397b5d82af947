import torch


class Points(torch.utils.data.Dataset):
    def __len__(self):
        return 1000

    def __getitem__(self, i):
        return torch.rand(3), torch.rand(())
