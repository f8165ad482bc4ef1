"""officials.tsv (persons) and offices.tsv (their tenures): merged from several sources."""

import collections
import datetime
import difflib
import re

from .tables import cells, fold, listed, plain, read, read_hand, slug, write

SINCE = "1985"
RANK = ["entente", "wikidata", "usexec", "ifg", "factbook", "archigos"]  # whose name and dates are taken first
SINGLE = {"head-of-government", "foreign-minister", "defence-minister"}  # one holder a country

# Office titles that make a class, in order; the first that fits decides. None: not kept.
SKIP = re.compile(r"\b(Deputy|Assistant|Parliamentary|Under-?[Ss]ecretary|[Dd]elegate|Shadow|Vice-?Minister|Junior|Associate|Minister of State|"
                  r"Ministers? Assisting|Lords? of|Whip|Exchequer Secretary|Economic Secretary|Chief Secretary|Financial Secretary|province|Province|"
                  r"Senate|Councillors|House of|National Assembly|Legislative|Generalitat|Court|Treasury Board|Caixa|Quebec|Western Cape|Kashmir|"
                  r"Republika Srpska|Federation of Bosnia|Bougainville|Flemish|Walloon|Abkhazia|Chamber|Parliament|Sindh|Punjab|Northern Ireland|"
                  r"Scotland|Wales|Zanzibar|Federation Council|Prison|School|Small|Digital|Fisheries|Student|Home Front|Industry Minister|"
                  r"Palm Oil|Sustainable Development and|Tourism and Handicraft|Catalonia|Bank of Italy|[Cc]hief of [Ss]taff to|Cabinet Secretary|"
                  r"Emergencies|Veterans|Intelligence, |Green Economy)\b")
CLASSES = [
    ("vice-president", re.compile(r"^(First )?Vice[- ]Presidents?( of the (United States|Republic))?$")),
    ("deputy-head-of-government", re.compile(r"^(First )?(Deputy|Vice)[- ](Prime Ministers?|Premier|Chancellor)( of the State Council)?$")),
    ("central-bank", re.compile(r"^(Governor|President|Chair|Chairman|Executive Governor) of the (Central|Reserve|Federal Reserve|National|Bank of|European Central)")),
    ("foreign-minister", re.compile(r"^(Federal |Union )?(Minister|Secretary|State Secretary|Secretary of State) (of|for) ((Foreign|External) (Affairs|Relations|and )|"
                                    r"European and International|International Relations|Europe and Foreign)")),
    ("foreign-minister", re.compile(r"^(Foreign Minister|Secretary of State|Secretary of State for Foreign.*)$")),
    ("military", re.compile(r"^(Chief of (the )?(Defence|Defense|General|Army)( General)?( Staff| Force)?|Chairman of the Joint Chiefs of Staff|Chief of Defence Force)$")),
    ("defence-minister", re.compile(r"^(Federal |Union )?(Minister|Secretary|Secretary of State) (of|for) (the )?(National )?(Defen[cs]e|Armed Forces|War)( and [A-Z].*)?$")),
    ("finance-minister", re.compile(r"^(Federal |Union )?(Minister|Secretary) (of|for) (the )?(Finance|Treasury)( and .*)?$|^Minister (of|for) (the )?Econom(y|ic Affairs)"
                                    r"( and .*)?$|^Secretary of the Treasury$|^Chancellor of the Exchequer|^Treasurer$")),
    ("interior-minister", re.compile(r"^(Federal |Union )?(Minister|Secretary) (of|for) (the )?(Interior|Internal Affairs|Home Affairs|Public Security|Homeland Security)"
                                     r"( and .*)?$|^Secretary of State for the Home Department$|^Home Secretary$")),
    ("justice-minister", re.compile(r"^Attorney General$|^(Federal )?Minister (of|for) Justice$")),
    ("trade-minister", re.compile(r"^(Minister|Secretary|Secretary of State) (of|for) (Foreign |International |Economy, )?(Trade|Commerce)( and Industry)?(, .*)?$|"
                                  r"^United States Trade Representative$|^Minister of Economy, Trade and Industry$")),
    ("energy-minister", re.compile(r"^(Minister|Secretary) (of|for) (Energy|Petroleum|Oil|Petroleum and Energy|Energy and Natural Resources|"
                                   r"Energy, Industry and Mineral Resources|Petroleum and Natural Gas)$")),
    ("security", re.compile(r"National Security Advis[eo]r|^Director of (the )?(National Intelligence|Central Intelligence|CIA)|Director of the National (Intelligence Service|"
                            r"Security Office)|National Security Office Director|^Secretary of the (Supreme )?(National )?Security Council|Director General of Inter-Services|"
                            r"^Director of the (CIA|FBI|Federal Bureau of Investigation|Central Intelligence Agency)|Chief of the Secret Intelligence")),
    ("ambassador", re.compile(r"^(Permanent Representative|Ambassador) to the United Nations$")),
    ("spokesperson", re.compile(r"^(White House Press Secretary|Government Spokesperson)$|[Ss]pokes(man|woman|person)")),
]
OTHER = re.compile(r"^(Chief Cabinet Secretary|White House Chief of Staff|Secretary of (Labor|Agriculture|Health and Human Services|Transportation|Education|Interior)|"
                   r"Secretary of State for (Northern Ireland|International Trade|Business and Trade|Exiting the European Union)|Minister of Unification|Crown Prince|"
                   r"Director of the Office of Management and Budget|Deputy Secretary of State|Administrator of the Environmental Protection Agency)$")
HEADS = re.compile(r"^(Acting |Interim |Transitional |Transition |Federal |State |Caretaker |Head of State and )*(President|King|Queen|Emperor|Emir|Amir|Sultan|Monarch|monarch|"
                   r"Grand Duke|Prince|Pope|Supreme Leader|Rahbar|chief of state|head of government|Prime Minister|Premier|Chancellor|Taoiseach|General Secretary|Head of State|"
                   r"Chairman of the (Council of Ministers|Presidency|State Council|State Affairs Commission|National Defence Commission)|"
                   r"Chairman|Chief Executive|Co-[Pp]rince|Governor-General|President of the (Government|Republic|United States|Swiss Confederation|Council of Ministers|State Council|"
                   r"Presidential Council|Executive Council)|Chairperson of the Council of Ministers|Minister of State|Chairman of the Cabinet of Ministers)"
                   r"(,? (of|in) .*| of the Council.*| \(.*\))?$")
ORGANISATIONS = {"NATO": "north-atlantic-treaty-organization", "United Nations": "united-nations", "European Union": "european-union",
                 "European Commission": "european-commission", "European Council": "european-council", "ECB": "european-central-bank",
                 "IMF": "international-monetary-fund", "World Bank": "world-bank", "WHO": "world-health-organization",
                 "IAEA": "international-atomic-energy-agency", "ICC": "international-criminal-court", "OPEC": "organization-of-the-petroleum-exporting-countries",
                 "Arab League": "arab-league", "African Union": "african-union", "Al-Qaeda": "al-qaeda", "Hamas": "hamas", "Hezbollah": "hezbollah",
                 "Houthis": "houthis", "Islamic State": "islamic-state", "Taliban": "taliban", "Wagner Group": "wagner-group",
                 "World Trade Organization": "world-trade-organization", "WTO": "world-trade-organization"}
HEAD_BODIES = re.compile(r"(Republic|United States|Government|Council of Ministers|State\b|State Council|Presidency|Swiss|Presidential|Executive Council|Sovereign|"
                         r"National Defen[cs]e Commission|Cabinet|Nation|Revolution|Confederation|Communist Party|Military|Supreme|Ruling|Transition|National Council|"
                         r"Central Military|Provisional|Interim|Council of State|Governing|High|Kingdom|Federation$|Union$)")
FAMILY_FIRST = {"KOR", "PRK", "CHN", "TWN", "HKG", "MAC", "KHM", "VNM"}
CALLED_BY_FIRST = {"ETH", "ERI", "THA", "ISL", "MYS"}
TWO_SURNAMES = set("ESP MEX ARG CHL COL PER VEN ECU BOL PRY URY CUB DOM GTM HND NIC SLV CRI PAN GNQ".split())
PARTICLES = {"van", "von", "der", "den", "de", "di", "da", "del", "della", "dos", "das", "do", "du", "la", "le", "bin", "ibn", "al", "el", "ben", "ter", "ten", "zu",
             "abu", "ould", "mac", "st", "san", "st."}
KOREAN = set("kim lee yi rhee park pak choi choe chung jung jeong kang cho jo yoon yun jang chang lim im han oh seo suh shin sin kwon gwon hwang ahn an song ryu yoo yu "
             "hong jeon jun ko koh go moon mun son sohn yang bae paek baek heo hur nam noh roh no ha joo ju ban chun chon cha koo min ryo ri rim ro hyon so ho sim shim "
             "won maeng pyon thae hwang goo woo wi chin jin um ok hyun chae".split())
VIETNAMESE = set("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong vuong to luong phung dinh".split())


MACRONS = str.maketrans("āīūēōĀĪŪĒŌ", "aiueoAIUEO")


def days(text):
    """First day of a partial date as an ordinal."""
    parts = [int(part) for part in text.split("-")]
    parts += [1] * (3 - len(parts))
    return datetime.date(*parts).toordinal()


def office_class(title, given, country):
    """The class of an office by its words; None: not kept."""
    if (country == "IND" and title == "Minister of Foreign Affairs") or (country in ("AUS", "CAN", "ZAF") and title.startswith("Premier")):
        return None  # the foreign secretaries, and the premiers of provinces
    if given in ("head_of_state", "head_of_government") and HEADS.match(title) and not re.search(
            r"Senate|Court|Assembly|Parliament|Province|province|Chamber|Board|Bank|Republika|Federation of B|Kashmir|Cape|Quebec|Council of Judges", title):
        if title.startswith("Chief Executive") and country not in ("HKG", "MAC", "AFG"):
            return None
        return given.replace("_", "-")
    if title == "Foreign Secretary" or (country == "IND" and "Secretary" in title):  # in London a minister, in Delhi a civil servant
        return "foreign-minister" if country == "GBR" else None
    for name, pattern in CLASSES:
        if pattern.search(title):
            if name not in ("deputy-head-of-government", "vice-president", "spokesperson", "central-bank", "security", "ambassador", "military") and SKIP.search(title):
                return None
            return name
    return "other" if OTHER.match(title) else None


def tidy_title(title):
    head, comma, rest = title.strip().partition(", ")
    if comma and re.search(r"Office|Treasury|Ministry|Department", rest):
        title = head
    title = re.sub(r" (of the|of|and Minister of|and Minister of the|and Minister for)$", "", title.strip())
    return {"chief of state": "head of state", "Vice Presidents": "Vice President", "Deputy Prime Ministers": "Deputy Prime Minister", "monarch": "Monarch"}.get(
        title, title)


def good_name(name):
    return len(name.split()) >= 2 and len(name) < 46 and not re.search(r"[A-Z]{4,}", name) and not re.search(r"[()\d/\"“]|^\S+ (Jr|Sr)\.?$|^(Mr|Dr|Gen|President|Prime|Elect|Acting|Chairman|Minister|King of|Crown)\b|\bbut\b", name)


def state_of_head(title, of, countries, by_name):
    """The state that a head of state or government heads by the title; None: a part or a body of the state."""
    suffix = re.search(r"(?: of| in) (?:the )?([^()]+)", title)
    if not suffix or HEAD_BODIES.match(suffix.group(1)):
        return of
    words = fold(suffix.group(1))
    if words in by_name:
        return by_name[words]
    own = countries[of]
    names = [fold(plain(name)) for name in [own["name"], own["official_name"]] + cells(own["aliases"]) + cells(own["adjectives"])]
    return of if any(name and name in words for name in names) else None


class Union:
    def __init__(self, size):
        self.parent = list(range(size))

    def find(self, i):
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i, j):
        i, j = self.find(i), self.find(j)
        if i != j:
            self.parent[max(i, j)] = min(i, j)


def source_of(text):
    for mark, code in (("Wikidata", "wikidata"), ("CIA World Factbook", "factbook"), ("Archigos", "archigos"), ("institute", "ifg"),
                       ("congress-legislators", "usexec"), ("general knowledge", "entente")):
        if mark in text:
            return code
    raise ValueError(text)


def tenures(facts, countries, orgs):
    """The rows that are kept, in one form."""
    org_names = {}
    for row in orgs.values():
        for name in [row[1]] + cells(row[2]):
            org_names.setdefault(fold(plain(name)), row[0])
    country_names = {}
    for row in countries.values():
        for name in [row["name"], row["official_name"]]:
            country_names.setdefault(fold(plain(name)), row["id"])
    kept = []
    hand = [dict(row, source="general knowledge", person_qid="", as_of="") for row in read_hand("officials.tsv")]
    dropped = {(row["person"], row["office"], row["start"], row["country_code"]) for row in hand if row["end_kind"] == "drop"}
    hand = [row for row in hand if row["end_kind"] != "drop"]
    renamed = collections.defaultdict(list)
    for row in read_hand("renamed.tsv"):
        renamed[row["person"], row["country_code"]].append(row)
    for file in ("officials.tsv", "officials_curated_unverified.tsv", None):
        for fact in (read(facts / file) if file else hand):
            if (fact["person"], fact["office"], fact["start"], fact["country_code"]) in dropped or not fact["start"] or fact["start"].startswith("0"):
                continue
            source = source_of(fact["source"])
            country = fact["country"]
            title = tidy_title(fact["office"])
            of = "country/" + fact["country_code"]
            if of not in countries:
                of = ""
                if country.startswith("organisation/"):
                    of = country
                    assert of in orgs, of
                elif country.startswith("("):
                    name = country.partition(") ")[2]
                    if name in ORGANISATIONS:
                        of = "organisation/" + ORGANISATIONS[name]
                    elif fold(name) in org_names:
                        of = org_names[fold(name)]
                if not of:
                    continue
            if of.startswith("organisation/"):
                if re.match(r"Judge|Vice|Permanent Rep|Deputy|Under-|President of the (International Court|United Nations General)|president of the Parl|OSCE|Speaker",
                            title):
                    continue
                if file is None:
                    kind = fact["office_class"].replace("other-hand", "other")
                else:
                    kind = "head-of-organisation" if fact["office_class"] == "international_organisation" else "leader"
            elif fact["office_class"] == "effective_leader":
                kind, title = "leader", "leader"
            elif source == "entente" and file is None:
                kind = fact["office_class"]
            else:
                kind = office_class(title, fact["office_class"], fact["country_code"])
                if kind is None and source == "entente":
                    kind = {"defence_minister": "defence-minister", "security_intelligence": "security", "trade_minister": "trade-minister",
                            "head_of_state": "head-of-state", "head_of_government": "head-of-government", "foreign_minister": "foreign-minister",
                            "finance_economy_minister": "finance-minister"}.get(fact["office_class"], "other")
            if kind in ("head-of-state", "head-of-government") and source != "entente" and of.startswith("country/"):
                of = state_of_head(title, of, countries, country_names)
            if kind is None or of is None:
                continue
            open_end = fact["end_kind"].startswith("open") or fact["end_kind"] == "snapshot"
            end, how = fact["end"], "stated"
            if fact["end_kind"].startswith("last_seen"):
                end, how = fact["end_kind"][len("last_seen_"):], "last-seen"
            elif fact["end_kind"].startswith("inferred"):
                how = "inferred"
            elif not end:
                if not open_end:
                    continue
                how = "open"
            old = source in ("entente", "usexec") and kind in ("head-of-state", "foreign-minister", "defence-minister", "head-of-organisation", "security", "leader")
            if end and end < SINCE and not (old and end >= "1933"):
                continue
            if end and end[:len(fact["start"])] < fact["start"][:len(end)]:
                continue
            names = [fact["person"]] + cells(fact["aliases"])
            for row in renamed[fact["person"], fact["country_code"]]:
                if row["from"] <= fact["start"] < (row["to"] or "9"):
                    names = [row["name"]] + cells(row["aliases"])
            names = [re.sub(r"^(CEO|Political Affairs|Queen|Grand Duke|Emperor) (?=\S+ )", "", re.sub(r"\s+", " ", name.replace("’", "'"))) for name in names]
            names = [re.sub(r" or$", "", name).lstrip("- ") for name in names]
            if fact["country_code"] == "KWT" and source == "archigos" and fact["person"] == "Saddam Hussein":
                continue  # the occupation of 1990
            if fact["country_code"] == "JPN":
                names = [name.translate(MACRONS) for name in names]
            if not good_name(names[0]):
                short = [name for name in names if good_name(name)]
                if not short:
                    if source != "entente" and kind != "head-of-state":
                        continue
                else:
                    names = short + [name for name in names if name not in short]
            kept.append({"names": names, "qid": fact["person_qid"], "of": of, "class": kind, "title": title, "start": fact["start"], "end": end, "how": how,
                         "as_of": fact["as_of"], "source": source})
    return kept


def like_names(a, b):
    """Whether two holders of one office at one time are one person in two spellings."""
    shared = a["tokens"] & b["tokens"]
    if len(shared) >= 2:
        return True
    last_a, last_b = fold(a["names"][0]).split()[-1], fold(b["names"][0]).split()[-1]
    return bool(shared) and (last_a == last_b or min(len(a["tokens"]), len(b["tokens"])) == 1)


def alike(a, b):
    """Whether the names are spellings of one name: "Rouhani", "Rohani"."""
    pairs = [(fold(x), fold(y)) for x in a["names"] for y in b["names"]]
    return any(difflib.SequenceMatcher(None, x, y).ratio() >= 0.75 or difflib.SequenceMatcher(None, x.split()[-1], y.split()[-1]).ratio() >= 0.8
               for x, y in pairs)


def join_persons(rows):
    """Which rows are of one person: a list of lists of rows."""
    union = Union(len(rows))
    by_qid, by_name, by_office = {}, collections.defaultdict(list), collections.defaultdict(list)
    for i, row in enumerate(rows):
        row["keys"] = {fold(name) for name in row["names"] if len(name.split()) > 1} or {fold(row["names"][0])}
        row["tokens"] = {token for token in fold(row["names"][0]).split() if len(token) > 2 and token not in ("king", "queen", "prince", "bin")}
        row["first"] = days(row["start"])
        if row["qid"]:
            if row["qid"] in by_qid:
                union.join(i, by_qid[row["qid"]])
            by_qid.setdefault(row["qid"], i)
        for key in row["keys"]:
            by_name[key].append(i)
        by_office[row["of"], row["class"]].append(i)
    for group in by_name.values():
        for i in group[1:]:
            for j in group:
                if j == i:
                    break
                a, b = rows[i], rows[j]
                if a["qid"] and b["qid"] and a["qid"] != b["qid"]:
                    continue
                same_place = a["of"] == b["of"] or (a["class"] == b["class"] == "head-of-state" and a["start"] == b["start"]) or a["of"].startswith("organisation/") or b["of"].startswith("organisation/")
                if same_place and abs(a["first"] - b["first"]) < 45 * 365:
                    union.join(i, j)
    for group in by_office.values():
        group.sort(key=lambda i: rows[i]["first"])
        for at, i in enumerate(group):
            for j in group[at + 1:]:
                if rows[j]["first"] - rows[i]["first"] > 62:
                    break
                if rows[i]["qid"] and rows[j]["qid"] and rows[i]["qid"] != rows[j]["qid"]:
                    continue
                close = rows[j]["first"] - rows[i]["first"] <= 10 and rows[i]["class"] in SINGLE | {"head-of-state"}
                if like_names(rows[i], rows[j]) or (close and alike(rows[i], rows[j])):
                    union.join(i, j)
    # Archigos' effective leaders, against the holders of the formal office.
    for (of, kind), group in by_office.items():
        for i in group if kind == "leader" else []:
            for formal in ("head-of-state", "head-of-government"):
                for j in by_office.get((of, formal), []):
                    if abs(rows[i]["first"] - rows[j]["first"]) <= 120 and (like_names(rows[i], rows[j]) or alike(rows[i], rows[j])):
                        union.join(i, j)
    persons = collections.defaultdict(list)
    for i, row in enumerate(rows):
        persons[union.find(i)].append(row)
    return list(persons.values())


def merge_tenures(rows):
    """One tenure for what several sources tell of the same time in the same office."""
    merged = []
    by_office = collections.defaultdict(list)
    for row in rows:
        by_office[row["of"], row["class"]].append(row)
    for (of, kind), group in sorted(by_office.items()):
        group.sort(key=lambda row: (row["first"], RANK.index(row["source"])))
        runs = []
        for row in group:
            end = days(row["end"]) if row["end"] else 10 ** 7
            for run in runs:
                same_title = kind not in ("other", "finance-minister", "deputy-head-of-government") or run["title"] == row["title"]
                if same_title and row["first"] <= run["last"] + 62:
                    run["rows"].append(row)
                    run["last"] = max(run["last"], end) if end < 10 ** 7 else run["last"] if run["last"] < 10 ** 7 else end
                    break
            else:
                runs.append({"rows": [row], "last": end, "title": row["title"]})
        for run in runs:
            parts = sorted(run["rows"], key=lambda row: (RANK.index(row["source"]), row["first"]))
            earliest = min(row["first"] for row in parts)
            start = max((row["start"] for row in parts if row["first"] <= earliest + 62), key=len)
            closed = [row for row in parts if row["end"]]
            opened = [row for row in parts if not row["end"]]
            end, how = "", "open"
            if closed:
                stated = [row for row in closed if row["how"] == "stated"]
                # A second term of the same person is no end.
                inferred = [row for row in closed if row["how"] == "inferred" and not any(
                    abs(other["first"] - days(row["end"])) <= 62 for other in parts)]
                if stated:
                    last = max(stated, key=lambda row: (days(row["end"]) // 62, -RANK.index(row["source"]), len(row["end"])))
                elif inferred:
                    last = min(inferred, key=lambda row: days(row["end"]))
                else:
                    last = max(closed, key=lambda row: (row["how"] != "inferred", days(row["end"])))
                end, how = last["end"], last["how"]
                if how == "inferred" and not inferred and opened:
                    end, how = "", "open"
                if any(row["source"] == "entente" for row in opened) or (how == "last-seen" and any(
                        row["source"] == "factbook" and row["as_of"] > end for row in opened)):
                    end, how = "", "open"
            elif not opened:
                continue
            titles = [row["title"] for row in parts if row["title"] not in ("head of state", "head of government", "leader")] or [parts[0]["title"]]
            merged.append({"of": of, "class": kind, "title": titles[0], "start": start, "end": end, "how": how,
                           "sources": sorted({row["source"] for row in parts})})
    # The effective leader is only told where no formal office covers the time.
    formal = [t for t in merged if t["class"] in ("head-of-state", "head-of-government")]
    return [t for t in merged if not (t["title"] == "leader" and any(
        f["of"] == t["of"] and f["start"][:4] <= (t["end"] or "9")[:4] and (f["end"] or "9")[:4] >= t["start"][:4] for f in formal))]


def family_name(name, country, given_names):
    """How news refers to the person in short."""
    tokens = name.split()
    folded = [fold(token) for token in tokens]
    if len(tokens) == 1:
        return name
    if country in ("KOR", "PRK") and folded[0] in KOREAN:
        return tokens[0]
    if country == "VNM":
        return tokens[-1]
    if country in FAMILY_FIRST and ("-" in tokens[-1] or country in ("CHN", "KHM")):
        return tokens[0] if country != "KHM" else name
    if country == "MMR":
        return name
    if country in CALLED_BY_FIRST:
        return tokens[0] + " | " + tokens[-1]
    start = len(tokens) - 1
    if tokens[-1] in ("Jr.", "Jr", "Sr.", "II", "III", "IV", "VI", "XVI") and start > 1:
        start -= 1
    if country in TWO_SURNAMES and start >= 2 and folded[start - 1] not in given_names and len(folded[start - 1]) > 2 and folded[start - 1] not in PARTICLES:
        return listed([tokens[start - 1], " ".join(tokens[start - 1:]), tokens[start]])
    while start > 1 and folded[start - 1] in PARTICLES:
        start -= 1
    family = " ".join(tokens[start:])
    family = re.sub(r" (Jr\.?|Sr\.?)$", "", family)
    return family


def short_forms(name, country, given_names):
    """Other forms of a full name that news uses: "Iván Duque" of Iván Duque Márquez, "Kono Taro" of Taro Kono."""
    tokens = name.split()
    if country == "JPN" and len(tokens) == 2:
        return [tokens[1] + " " + tokens[0]]
    if country in TWO_SURNAMES and len(tokens) >= 3 and fold(tokens[-2]) not in given_names and fold(tokens[-2]) not in PARTICLES and len(tokens[-2]) > 2:
        forms = [" ".join(tokens[:-1])]
        if len(tokens) > 3:
            forms.append(tokens[0] + " " + tokens[-2])
        return forms
    return []


def build(facts, out, countries, orgs, given_gender):
    people, offices, taken = [], [], collections.Counter()
    persons = []
    for rows in join_persons(tenures(facts, countries, orgs)):
        times = merge_tenures(rows)
        if not times:
            continue
        rows.sort(key=lambda row: (RANK.index(row["source"]), row["first"]))
        name = next((row["names"][0] for row in rows if good_name(row["names"][0])), rows[0]["names"][0])
        others, seen = [], {fold(name)}
        for row in rows:
            for other in row["names"]:
                if fold(other) not in seen and good_name(other) and len(other.split()) <= 5:
                    seen.add(fold(other))
                    others.append(other)
        nation = next((t["of"] for t in times if t["of"].startswith("country/")), "").rpartition("/")[2]
        forms = short_forms(name, nation, given_gender) if nation in TWO_SURNAMES and rows[0]["source"] == "factbook" else []
        if forms:  # the Factbook has full formal names
            others.insert(0, name)
            name = forms[0]
            seen.add(fold(name))
        for other in [name] + others[:3]:
            others += [v for v in short_forms(other, nation, given_gender) if fold(v) not in seen and not seen.add(fold(v))]
        weight = collections.Counter(t["of"] for t in times if t["of"].startswith("country/"))
        country = max(sorted(weight), key=lambda c: weight[c]) if weight else ""
        qid = next((row["qid"] for row in rows if row["qid"]), "")
        persons.append((name, others[:7], country, qid, times, sorted({row["source"] for row in rows})))
    counts = collections.Counter("person/" + slug(person[0]) for person in persons)
    ids = collections.Counter()
    for name, others, country, qid, times, sources in sorted(persons, key=lambda person: (slug(person[0]), person[2], person[4][0]["start"])):
        key = "person/" + slug(name)
        if counts[key] > 1:
            key += "-" + country.rpartition("/")[2].lower() if country else "-org"
            ids[key] += 1
            if ids[key] > 1:
                key += "-" + times[0]["start"][:4]
        assert key not in taken, key
        taken[key] += 1
        iso3 = country.rpartition("/")[2]
        first = fold(name.split()[0])
        if " " not in name and not ({"entente", "wikidata"} & set(sources)):
            name += "~"  # a bare "Ferdinand" may be anybody
        gender = given_gender.get(first, "")
        if iso3 in FAMILY_FIRST:
            gender = ""
        people.append((key, name, family_name(plain(name), iso3, given_gender), listed(others), country, gender if gender in ("f", "m") else "", qid, listed(sources)))
        for t in times:
            offices.append([key, t["title"], t["class"], t["of"], t["start"], t["end"], t["how"], listed(t["sources"])])
    # An office that its source left open ended when somebody else began in it.
    by_office = collections.defaultdict(list)
    for office in offices:
        by_office[office[3], office[2]].append(office)
    for (_, kind), group in by_office.items():
        group.sort(key=lambda office: (office[4], office[0]))
        for at, office in enumerate(group):
            if office[6] == "stated":
                continue
            for later in group[at + 1:]:
                same = kind in SINGLE or fold(later[1]) == fold(office[1])
                if later[0] == office[0] or not same or later[4][:len(office[4])] <= office[4]:
                    continue
                if office[6] == "open" or later[4] < office[5] or office[6] == "last-seen":
                    office[5], office[6] = later[4], "inferred"
                break
    people, offices = joined(people, offices)
    hand = {row["id"]: row for row in read_hand("persons.tsv")}
    people = [corrected(person, hand.pop(person[0], {})) for person in people]
    assert not hand, sorted(hand)
    return {"officials.tsv": write(out, "officials.tsv", PERSON_HEADER, people),
            "offices.tsv": write(out, "offices.tsv", "person title class of valid_from valid_to end source".split(), [tuple(o) for o in offices])}


def joined(people, offices):
    """One person for those whom the hand-kept table says are one; their offices are kept where it says so."""
    people = {person[0]: list(person) for person in people}
    for row in read_hand("same_persons.tsv"):
        kept, other = people[row["id"]], people.pop(row["other"])
        at = {column: i for i, column in enumerate(PERSON_HEADER)}
        names = cells(kept[at["aliases"]]) + [other[at["name"]]] + cells(other[at["aliases"]])
        kept[at["aliases"]] = listed(name for name in names if name != kept[at["name"]])
        kept[at["wikidata"]] = kept[at["wikidata"]] or other[at["wikidata"]]
        kept[at["source"]] = listed(sorted(set(cells(kept[at["source"]]) + cells(other[at["source"]]))))
        offices = [office for office in offices if office[0] != row["other"] or row["offices"] == "yes"]
        for office in offices:
            office[0] = row["id"] if office[0] == row["other"] else office[0]
    return [tuple(person) for person in people.values()], offices


def corrected(person, hand):
    """The person with what the hand-kept table says; its aliases are added."""
    row = dict(zip(PERSON_HEADER, person))
    for column, value in hand.items():
        if column == "aliases":
            names = cells(value) + ([row["name"]] if hand["name"] else []) + cells(row["aliases"])
            seen = {fold(hand["name"] or row["name"])}
            row["aliases"] = listed(name for name in names if fold(name) not in seen and not seen.add(fold(name)))
        elif value:
            row[column] = value
    return tuple(row[column] for column in PERSON_HEADER)


PERSON_HEADER = "id name family aliases country gender wikidata source".split()
