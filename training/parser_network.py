"""The joint tagger and parser: an encoder with heads for UPOS|XPOS, arcs and relations."""
import torch
from torch import nn
from torch.nn import functional

from encoder import Encoder

ARC, LABEL = 96, 128
DISTANCES = 17


def distance_bucket(difference):
    """head position - dependent position -> 0..16; 8 is unused (a word is never its own head)."""
    size = difference.abs()
    bucket = size.clamp(max=4)
    for more in (5, 8, 12, 20):
        bucket = bucket + (size >= more).long()
    return 8 + bucket * difference.sign()


class ParserNetwork(nn.Module):
    def __init__(self, lexicon, tags, labels, dropout=0.2, extra=0):
        """tags: UPOS|XPOS strings; labels: relations without root."""
        super().__init__()
        self.encoder = Encoder(lexicon, dropout=dropout, extra=extra)
        width = 256
        self.tag = nn.Linear(width, len(tags))
        self.arc_head = nn.Linear(width, ARC)
        self.arc_dependent = nn.Linear(width, ARC)
        self.arc_product = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)        # how likely a word is to be a head at all
        self.root = nn.Parameter(torch.zeros(ARC))           # stands for the root among the heads
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.label_head = nn.Linear(width, LABEL)
        self.label_dependent = nn.Linear(width, LABEL)
        self.label = nn.Linear(2 * LABEL, len(labels))
        self.dropout = nn.Dropout(dropout)

    def forward(self, batch):
        """-> tag scores [tokens x tags], arc scores [sentences x longest x 1 + longest] (column 0 the root; -inf where
        there is no word), top layer."""
        outputs = self.encoder(batch)
        top = self.dropout(outputs[-1])
        tags = self.tag(self.dropout(outputs[1]))
        lengths = batch.lengths().long()
        sentences, longest = len(lengths), int(lengths.max())
        sentence = torch.repeat_interleave(torch.arange(sentences), lengths)
        position = torch.arange(len(sentence)) - batch.start[:-1].long()[sentence]
        heads = self.dropout(torch.relu(self.arc_head(top)))
        dependents = self.arc_product(self.dropout(torch.relu(self.arc_dependent(top))))
        padded_heads = heads.new_zeros(sentences, 1 + longest, ARC)
        padded_heads[:, 0] = self.root
        padded_heads[sentence, 1 + position] = heads
        padded_dependents = heads.new_zeros(sentences, longest, ARC)
        padded_dependents[sentence, position] = dependents
        scores = torch.bmm(padded_dependents, padded_heads.transpose(1, 2)) * ARC ** -0.5
        scores = scores + self.arc_bias(padded_heads).transpose(1, 2)
        steps = torch.arange(longest)
        distance = self.distance[distance_bucket(steps[None, :] - steps[:, None])]
        scores = scores + functional.pad(distance, (1, 0))
        columns = torch.arange(1 + longest)
        missing = (columns[None, :] > lengths[:, None])[:, None, :] | functional.pad(
            torch.eye(longest, dtype=torch.bool), (1, 0))
        return tags, scores.masked_fill(missing, -1e9), top

    def labels(self, top, dependents, heads):
        """Relation scores of arcs between rows of the batch."""
        d, h = self.label_dependent(top)[dependents], self.label_head(top)[heads]
        return self.label(self.dropout(torch.cat([torch.relu(h + d), h * d], 1)))
