"""titles.tsv, role_nouns.tsv, person_names.tsv, and the tables that are kept by hand alone."""

import re
import unicodedata

from .tables import HAND, fold, read, read_hand, write

GENDERS = {"female": "f", "male": "m"}
NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-žșțəığ'-]{1,14}(-[A-Z][a-z]+)?$")
# Given names of the news that the lists lack or have under one gender only.
EXTRA = {"Abdel": "m", "Abdul": "m", "Abiy": "m", "Ahmad": "m", "Ali": "m", "Annalena": "f", "Antony": "m", "Barack": "m", "Bashar": "m", "Benazir": "f",
         "Benny": "m", "Bidzina": "m", "Condoleezza": "f", "Dmitry": "m", "Ebrahim": "m", "Emmerson": "m", "Fumio": "m", "Hassan": "m", "Hillary": "f",
         "Hosni": "m", "Hugo": "m", "Igor": "m", "Jacinda": "f", "Jair": "m", "Javad": "m", "Jens": "m", "Jokowi": "m", "Junichiro": "m", "Kamala": "f", "Karoline": "f",
         "Keir": "m", "Khalifa": "m", "Kofi": "m", "Luiz": "m", "Mahathir": "m", "Mahmoud": "m", "Maithripala": "m", "Manmohan": "m", "Mateusz": "m", "Mette": "f",
         "Mevlut": "m", "Michelle": "f", "Mikheil": "m", "Mohammed": "m", "Moon": "m", "Muammar": "m", "Najib": "m", "Narendra": "m", "Nawaz": "m", "Ngozi": "f",
         "Nicola": "f", "Nikol": "m", "Nouri": "m", "Olaf": "m", "Omar": "m", "Osama": "m", "Pervez": "m", "Recep": "m", "Robert": "m", "Rodrigo": "m", "Saddam": "m",
         "Salva": "m", "Sanae": "f", "Sergei": "m", "Sergey": "m", "Shinzo": "m", "Sheikh": "", "Shigeru": "m", "Silvio": "m", "Sonia": "f", "Taro": "m",
         "Theresa": "f", "Ursula": "f", "Viktor": "m", "Vladimir": "m", "Volodymyr": "m", "Yair": "m", "Yasser": "m", "Yoshihide": "m", "Yulia": "f", "Xi": "",
         "Toshimitsu": "m", "Naftali": "m", "Avigdor": "m", "Ehud": "m", "Ariel": "m", "Andrea": "", "Jean": "", "Alexis": "", "Kim": ""}


def given_names(facts):
    """Gender ('f', 'm', 'u') by name, of the names that are most widely used."""
    common = set((HAND / "not_given_names.txt").read_text(encoding="utf-8").split())
    scores, genders, sources = {}, {}, {}
    for fact in read(facts / "person_names.tsv"):
        name = unicodedata.normalize("NFC", fact["name"])
        if fact["kind"] != "given" or not NAME.match(name) or fold(name) in common or len(name) < 3:
            continue
        contexts = {context.partition("_")[0].lower() for context in fact["contexts"].split()}
        gender = GENDERS.get(fact["gender"], "u")
        score = len(contexts) + 2 * len(fact["source"].split()) + (3 if "sigpwned" in fact["source"] else 0)
        if contexts == {"en"}:
            score -= 1
        scores[name] = scores.get(name, 0) + score
        genders.setdefault(name, set()).add(gender)
        sources.setdefault(name, set()).update(fact["source"].split())
    firsts = {}
    for fact in read(facts / "person_name_tokens_from_officials.tsv"):
        if NAME.match(fact["token"]):
            firsts[fact["token"]] = (int(fact["first"]), int(fact["last"]))
    rows = {}
    for name, score in scores.items():
        first, last = firsts.get(name, (0, 0))
        score += 2 * min(first, 5)
        if last > 2 * first + 2:
            continue  # rather a family name
        found = genders[name] - {"u"}
        gender = found.pop() if len(found) == 1 else "u"
        rows[name] = (score, gender, sources[name])
    # First names of officials that no list has.
    for name, (first, last) in firsts.items():
        if name not in rows and first >= 3 and last * 2 <= first and fold(name) not in common and len(name) > 2:
            rows[name] = (2 * min(first, 5), "u", {"wikidata"})
    best = dict(sorted(rows.items(), key=lambda item: (-item[1][0], item[0]))[:8500])
    for name, gender in EXTRA.items():
        if gender:
            best[name] = (99, gender, {"entente"})
        elif name in best:
            best[name] = (99, "u", best[name][2])
    codes = {"stdlib-moby": "moby"}
    return {name: (gender, sorted(codes.get(s, s) for s in source)) for name, (_, gender, source) in best.items()}


def gender_by_fold(names):
    """'f', 'm' or 'u' by folded name."""
    table = {}
    for name, (gender, _) in sorted(names.items()):
        key = fold(name)
        table[key] = gender if table.get(key, gender) == gender else "u"
    return table


def build(facts, out, names):
    by_hand = {}
    for table in ("spellings.tsv", "cameo_codes.tsv", "wikidata_classes.tsv"):
        rows = read_hand(table)
        by_hand[table] = write(out, table, [*rows[0], "source"], [(*row.values(), "entente") for row in rows])
    titles = [tuple(row.values()) + ("entente",) for row in read_hand("titles.tsv")]
    nouns = [tuple(row.values()) + ("entente",) for row in read_hand("role_nouns.tsv")]
    return by_hand | {
        "titles.tsv": write(out, "titles.tsv", "title class office body country gender source".split(), titles),
        "role_nouns.tsv": write(out, "role_nouns.tsv", "noun plural class body state source".split(), nouns),
        "person_names.tsv": write(out, "person_names.tsv", "name gender source".split(),
                                  [(name, gender, " | ".join(source)) for name, (gender, source) in names.items()]),
    }
