"""organisations.tsv, publishers.tsv and memberships.tsv."""

import re

from .tables import cells, fold, listed, plain, read, read_hand, slug, write

KINDS = {"igo": "igo", "igo_body": "igo-body", "alliance": "alliance", "forum": "forum", "export_control_regime": "forum", "agency": "government",
         "body": "government", "court": "court", "legislature": "legislature", "military": "military", "peacekeeping": "peacekeeping",
         "military_mission": "peacekeeping", "militant_group": "militant", "political_movement": "party", "party": "party", "ngo": "ngo",
         "think_tank": "ngo", "company": "company", "company_state": "company", "ministry_or_department": "government"}
# Rows of the facts that are no organisation, or another row under a second name.
DROPPED = {"Brexit Party", "Colombo Plan", "Schengen Convention", "African Continental Free Trade Area", "Economic and Monetary Union",
           "Australia, New Zealand and United States Security Treaty", "Australia-United Kingdom-United States security partnership",
           "National Security Council", "World Trade Organization (applicants)", "Permanent members of the UN Security Council",
           "Department of Defense", "Group of 15", "Group of 24", "International Organization of the Francophonie",
           "Stabilisation Force in Bosnia and Herzegovina", "Conference on Security and Co-operation in Europe",
           "International Red Cross and Red Crescent Movement", "Isis International Manila", "Shanghai Five", "Ansar Allah", "National Liberation Army (Colombia)", "Donetsk People's Republic"}
WORD = re.compile(r"\b(Front|Army|Movement|Brigades?|Party|Organi[sz]ation|Force|Forces|Liberation|Jihad|Mujahideen|Resistance|Council|Union|"
                  r"Command|Tigers|Guards?|Group|Congress|League|Militia|Alliance|Battalion)\b")
BODY = re.compile(r"\b(Association|Federation|Council|Institute|Foundation|Society|Union|Organi[sz]ation|Committee|League|Fund|Centre|Center|"
                  r"Alliance|Network|Watch|Commission|Confederation|Bank|International|Agency)\b")
JUNK = re.compile(r"\b(Leader|Leaders|Terrorists?|Militants?|Rebels?|Members?|Fighters?|Commander|Spokes\w+|Secessionist|Philippine|Former|Chief|"
                  r"President|Minister|Director|Secretary|Chairman|Official|Executive|The|Abu|U\.S\.|Us|Un|Based|Group Of|Ambassador)\b|[^A-Za-z' -]")
FACTBOOK_ORGS = {"AU": "african-union", "OAS": "organization-of-american-states", "OIC": "organization-of-islamic-cooperation",
                 "OSCE": "organization-for-security-and-co-operation-in-europe",
                 "OECD": "organisation-for-economic-co-operation-and-development", "CE": "council-of-europe",
                 "SADC": "southern-african-development-community", "EAC": "east-african-community",
                 "APEC": "asia-pacific-economic-cooperation", "ICC (court)": "international-criminal-court",
                 "PIF": "pacific-islands-forum", "ECOWAS": "economic-community-of-west-african-states"}
CURATED_ORGS = {"AES": "alliance-of-sahel-states", "ANZUS": "anzus", "ASEAN": "association-of-southeast-asian-nations", "AUKUS": "aukus",
                "Arab League": "arab-league", "BRICS": "brics", "CIS": "commonwealth-of-independent-states",
                "CSTO": "collective-security-treaty-organization", "EAEU": "eurasian-economic-union",
                "ECOWAS": "economic-community-of-west-african-states", "EU/EC": "european-union", "Five Eyes": "five-eyes",
                "G-20": "group-of-twenty", "G-7": "group-of-seven", "G-8": "group-of-eight", "GCC": "gulf-cooperation-council",
                "Mercosur": "mercosur", "NATO": "north-atlantic-treaty-organization",
                "OPEC": "organization-of-the-petroleum-exporting-countries", "P5+1": "p5-1", "Quad": "quadrilateral-security-dialogue",
                "SAARC": "south-asian-association-for-regional-cooperation", "SCO": "shanghai-cooperation-organization",
                "SEATO": "southeast-asia-treaty-organization", "Six-Party Talks": "six-party-talks", "UNSC P5": "permanent-five",
                "Warsaw Pact": "warsaw-treaty-organization"}
ROLES = {"member", "observer", "candidate", "dialogue partner", "associate", "suspended"}


def recase(name):
    """Repairs what re-casing an upper-case source did: "People'S", "Al-Qa'Ida"."""
    name = re.sub(r"'([A-Z])(?=[a-z]|\b)", lambda match: "'" + match.group(1).lower(), name)
    first, rest = name[:1], name[1:]
    return first + re.sub(r"\b(And|Of|For|The|In|On|De|Del|La|Y|E|Ul|I|Al)\b", lambda match: match.group(1).lower(), rest)


def organisations(facts, countries):
    """Rows of organisations.tsv by id."""
    rows, known = {}, set()
    for row in read_hand("publishers.tsv"):
        known |= {fold(plain(name)) for name in [row["name"]] + cells(row["aliases"])}
    for row in read_hand("organisations.tsv"):
        names = [row["name"]] + cells(row["aliases"]) + cells(row["abbreviations"])
        known |= {fold(plain(name)) for name in names}
        rows[row["id"]] = (row["id"], row["name"], row["aliases"], row["abbreviations"], row["kind"], row["country"], row["parent"],
                           row["valid_from"], row["valid_to"], "entente")
    for fact in read(facts / "organisations.tsv"):
        phoenix = "Phoenix" in fact["source"]
        name = recase(fact["name"]) if phoenix else fact["name"]
        if name in DROPPED or fold(name) in known or fact["org_type"] not in KINDS:
            continue
        country = "country/" + fact["country_code"] if "country/" + fact["country_code"] in countries else ""
        aliases = [alias for alias in cells(fact["aliases"]) if len(alias) > 3 and "(" not in alias]
        short = fact["abbreviation"]
        if phoenix:
            words = len(name.split())
            if JUNK.search(name) or not 3 <= words <= 8:
                continue
            if fact["org_type"] == "militant_group":
                if not WORD.search(name):
                    continue
            elif fact["org_type"] == "ngo":
                if not BODY.search(name) or not re.search(r"International|World|Global|Human|Peace|European|African|Arab|Islamic|Asian|Refugee", name):
                    continue
            else:
                continue
            aliases, short = [], ""
        elif fact["source"].startswith("institute"):
            if not re.match(r"Department|Ministry", name):
                continue
            name = "UK " + name
        if any(fold(other) in known for other in [name] + ([short] if len(short) > 4 else [])):
            continue
        key = "organisation/" + slug(name)
        if key in rows:
            continue
        known |= {fold(other) for other in [name] + aliases}
        # Abbreviations of rows that nobody wrote by hand are only a hint.
        abbreviation = short + "~" if short and short != name and short.upper() == short and len(short) > 1 else ""
        source = "phoenix" if phoenix else "ifg" if fact["source"].startswith("institute") else "entente"
        rows[key] = (key, name, listed(alias for alias in aliases if fold(alias) != fold(name)), abbreviation, KINDS[fact["org_type"]], country, "",
                     fact["founded"], "", source)
    return rows


def memberships(facts, countries, orgs):
    """Rows of memberships.tsv."""
    rows, curated = [], set()
    for fact in read(facts / "organisation_memberships_curated_unverified.tsv"):
        key = CURATED_ORGS.get(fact["org"])
        country = "country/" + fact["country_code"]
        if not key or country not in countries:
            continue
        key = "organisation/" + key
        assert key in orgs, key
        curated.add(key)
        rows.append((key, country, fact["role"], fact["joined"], fact["left"], "entente"))
    for fact in read(facts / "organisation_memberships.tsv"):
        key = FACTBOOK_ORGS.get(fact["org"])
        country = "country/" + fact["country_code"]
        if not key or country not in countries or fact["role"] not in ("member",) or countries[country]["status"] == "former":
            continue
        key = "organisation/" + key
        assert key in orgs, key
        if key in curated or fact["still_listed"] != "yes":
            continue
        rows.append((key, country, "member", "", "", "factbook"))
    for row in read_hand("memberships.tsv"):
        rows = [old for old in rows if (old[0], old[1]) != (row["organisation"], row["country"]) or row["valid_from"] > (old[4] or "9")]
        rows.append((row["organisation"], row["country"], row["role"], row["valid_from"], row["valid_to"], "entente"))
    return rows


def build(facts, out, countries):
    orgs = organisations(facts, countries)
    publishers = [(row["id"], row["name"], row["aliases"], row["kind"], row["country"], row["domains"], "entente")
                  for row in read_hand("publishers.tsv")]
    assert not {row[0] for row in publishers} & set(orgs)
    assert all(row[6] == "" or row[6] in orgs for row in orgs.values())
    sizes = {
        "organisations.tsv": write(out, "organisations.tsv", "id name aliases abbreviations kind country parent valid_from valid_to source".split(),
                                   list(orgs.values())),
        "publishers.tsv": write(out, "publishers.tsv", "id name aliases kind country domains source".split(), publishers),
        "memberships.tsv": write(out, "memberships.tsv", "organisation member role valid_from valid_to source".split(),
                                 memberships(facts, countries, orgs)),
    }
    return sizes, orgs
