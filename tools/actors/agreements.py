"""agreements.tsv: the headline treaties and pacts."""

import re

from .tables import cells, fold, listed, plain, read, read_hand, slug, write

# Rows of the facts that are no agreement (projects, policies, resolutions, laws), or are generic terms.
DROPPED = {"Nord Stream 2", "Sunshine Policy", "Belt and Road Initiative", "Road map for peace", "Status of Forces Agreement", "Nairobi Process",
           "Code of Conduct in the South China Sea", "Nuclear Suppliers Group Guidelines", "UN Security Council Resolution 1701",
           "UN Security Council Resolution 1718", "UN Security Council Resolution 2231", "UN Security Council Resolution 2254",
           "UN Security Council Resolution 242", "Taiwan Relations Act", "Treaty of Tordesillas", "AUKUS", "Warsaw Pact", "Wassenaar Arrangement",
           "Cooperative Threat Reduction Program", "Megatons to Megawatts", "Northern Ireland Protocol"}
# Short forms and aliases that mean something else at least as often.
AMBIGUOUS = {"START", "INF", "SALT", "CAT", "TAC", "SMA", "SOFA", "CPA", "CMA", "COC", "DOC", "CCM", "CAI", "TCA", "BSA", "ABM", "ATT", "OST", "ECT", "CFE", "CBD", "CCW",
             "MDT", "VFA", "TRA", "IWT", "Kyoto", "Schengen", "Cotonou", "Bretton Woods", "Roadmap", "Paris accord", "Open Skies", "Minsk I", "Geneva Accord",
             "Algiers Accord", "Moscow Treaty", "Brussels Agreement", "Tashkent Agreement", "Tashkent Treaty", "Stockholm Agreement", "Sochi Agreement",
             "Sochi memorandum", "Washington Treaty", "Withdrawal Agreement", "Bilateral Security Agreement", "Special Measures Agreement", "Visiting Forces Agreement",
             "Military Technical Agreement", "Hague Convention", "Geneva Convention", "Vienna Convention", "Founding Act", "Declaration of Principles", "Interim Agreement",
             "Additional Protocol", "Joint Communique", "Joint Statement", "Doha accord", "Riyadh Agreement", "Beijing Agreement", "Geneva Agreements", "Founding Act",
             "General Security of Military Information Agreement", "GSOMIA", "Comprehensive Military Agreement", "Comprehensive Strategic Partnership Treaty",
             "123 Agreement", "Joint Declaration", "Economic and Trade Agreement", "Phase One deal", "SORT", "Resolution 242", "Big Treaty", "Union State", "Anpo",
             "Treaty of Good-Neighborliness and Friendly Cooperation", "WTO Agreement", "UN Charter~", "Pretoria Agreement", "Lusaka Protocol~", "Bonn Agreement",
             "Algiers Accords", "Doha Agreement", "Geneva Accords", "Comprehensive Peace Agreement", "Arusha Accords", "Munich Agreement~", "TEU", "PTBT~", "Saudi initiative",
             "Riyadh Accord", "Jeddah ceasefire", "Abuja Agreement", "Washington Agreement", "Comprehensive Agreement on Investment"}
COUNTRY_NAMES = {"Turkey": "country/TUR", "DR Congo": "country/COD", "West Germany": "country/DEU", "British India": "", "Tibet": "", "OSCE":
                 "organisation/organization-for-security-and-co-operation-in-europe", "NATO": "organisation/north-atlantic-treaty-organization",
                 "FARC": "organisation/revolutionary-armed-forces-of-colombia", "ASEAN": "organisation/association-of-southeast-asian-nations"}


def mark(name):
    return name + "~" if plain(name) in AMBIGUOUS and not name.endswith("~") else name


def build(facts, out, countries, orgs):
    ids = {}
    for row in countries.values():
        for name in [row["name"], row["official_name"]] + cells(row["aliases"]):
            ids.setdefault(plain(name), row["id"])
    for row in orgs.values():
        for name in [row[1]] + cells(row[2]) + cells(row[3]):
            ids.setdefault(plain(name), row[0])
    ids.update(COUNTRY_NAMES)
    rows = []
    for fact in read(facts / "agreements.tsv"):
        if not fact["source"].startswith("general knowledge") or fact["name"] in DROPPED:
            continue
        name = fact["name"]
        # "Doha Agreement (2020)": the year tells two of one name apart; neither may be meant without context.
        bare = re.sub(r" \([^)]*\)$", "", name)
        names = [mark(bare) if bare == name else bare + "~"]
        short, aliases = [], []
        for alias in cells(fact["aliases"]):
            alias = mark(alias)
            (short if re.fullmatch(r"[A-Z0-9][A-Za-z0-9+-]*~?( [IVX1-3]+)?", alias) and sum(c.isupper() for c in alias) >= 3 else aliases).append(alias)
        if re.fullmatch(r"[A-Z0-9]+", bare):
            short.insert(0, bare)
            names = [aliases.pop(0)] if aliases else names
        parties = [ids.get(party, None) for party in cells(fact["parties"])]
        assert None not in parties, (name, fact["parties"])
        status = fact["status"]
        end = re.search(r"(?:terminated|expired|ended|collapsed|superseded|abrogated|denounced|replaced|dissolved|invalidated|scrapped)\D*(\d{4})", status)
        key = "agreement/" + slug(name if bare == name or "(" not in name else name)
        if plain(names[0]) != bare:
            key = "agreement/" + slug(plain(names[0]))
        rows.append((key, names[0], listed(aliases), listed(short), listed(p for p in parties if p), fact["date_signed"] or fact["year_signed"],
                     fact["entry_into_force"], end.group(1) if end else "", re.sub(r" \d{4}.*$", "", status), "entente"))
    have = {row[0] for row in rows}
    for row in read_hand("agreements.tsv"):
        key = "agreement/" + slug(plain(row["name"]))
        if key in have:
            rows = [old for old in rows if old[0] != key]
        for party in cells(row["parties"]):
            assert party in countries or party in orgs, party
        rows.append((key, row["name"], row["aliases"], row["abbreviations"], row["parties"], row["signed"], row["valid_from"], row["valid_to"], row["status"],
                     "entente"))
    return {"agreements.tsv": write(out, "agreements.tsv", "id name aliases abbreviations parties signed valid_from valid_to status source".split(), rows)}
