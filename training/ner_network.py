"""The name network: an encoder with a head for BILOU tags, and the decoding that keeps them well-formed."""
import numpy as np
from torch import nn

from encoder import Encoder
from ner_labels import CLASSES

TAGS = ["O"] + [f"{part}-{name}" for name in CLASSES for part in "BILU"]


def follows(before, after):
    """Whether a tag may stand after another; None is the edge of the sentence."""
    opened = before is not None and before[0] in "BI"
    if after is None:
        return not opened
    return after[0] in "IL" and after[2:] == before[2:] if opened else after[0] in "OBU"


ALLOWED = np.array([[follows(b, a) for a in TAGS] for b in TAGS])
FIRST = np.array([follows(None, a) for a in TAGS])
LAST = np.array([follows(b, None) for b in TAGS])
FORBIDDEN = -1e9


def tags_of(length, names):
    """Tag numbers of a sentence."""
    tags = [0] * length
    for begin, end, kind in names:
        base = 1 + 4 * kind
        if end - begin == 1:
            tags[begin] = base + 3
        else:
            tags[begin:end] = [base] + [base + 1] * (end - begin - 2) + [base + 2]
    return tags


def decode(scores):
    """scores: [tokens x tags] log-probabilities -> names of the best well-formed tags (Viterbi)."""
    value, back = scores[0] + np.where(FIRST, 0, FORBIDDEN), []
    for row in scores[1:]:
        arriving = value[:, None] + np.where(ALLOWED, 0, FORBIDDEN)
        back.append(arriving.argmax(0))
        value = arriving.max(0) + row
    tag = int((value + np.where(LAST, 0, FORBIDDEN)).argmax())
    path = [tag]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return names_of(path[::-1])


def names_of(tags):
    names, begin = [], 0
    for i, tag in enumerate(tags):
        if tag and (tag - 1) % 4 in (0, 3):
            begin = i
        if tag and (tag - 1) % 4 in (2, 3):
            names.append((begin, i + 1, (tag - 1) // 4))
    return names


class NameNetwork(nn.Module):
    def __init__(self, lexicon, layers=3, half=64, dropout=0.2):
        super().__init__()
        self.encoder = Encoder(lexicon, layers=layers, half=half, dropout=dropout)
        self.tag = nn.Linear(2 * half, len(TAGS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, batch):
        return self.tag(self.dropout(self.encoder(batch)[-1]))
