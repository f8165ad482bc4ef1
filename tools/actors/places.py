"""countries.tsv, places.tsv and metonyms.tsv."""

import re

from .tables import cells, listed, plain, read, read_hand, slug, write

# Rows of the facts that are no state or territory of their own, or are kept as another row's alias.
NOT_COUNTRIES = {"BYS", "CYB", "CRQ", "CPT", "DGA", "ZAR", "ASC", "CPT"}
STATUS = {"country": "state", "historical": "former", "territory": "territory"}
TERRITORIES = set("ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT JEY "
                  "MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF".split())
HOLDERS = {"CXR": "AUS", "CCK": "AUS", "NFK": "AUS", "HMD": "AUS", "GGY": "GBR", "JEY": "GBR", "IMN": "GBR", "GIB": "GBR", "FLK": "GBR",
           "BMU": "GBR", "AIA": "GBR", "CYM": "GBR", "MSR": "GBR", "PCN": "GBR", "SGS": "GBR", "IOT": "GBR", "SHN": "GBR", "TCA": "GBR",
           "VGB": "GBR", "HKG": "CHN", "MAC": "CHN", "COK": "NZL", "NIU": "NZL", "TKL": "NZL", "ASM": "USA", "GUM": "USA", "MNP": "USA",
           "PRI": "USA", "VIR": "USA", "UMI": "USA", "GRL": "DNK", "FRO": "DNK", "ABW": "NLD", "CUW": "NLD", "SXM": "NLD", "BES": "NLD",
           "ALA": "FIN", "SJM": "NOR", "BVT": "NOR", "ATF": "FRA", "BLM": "FRA", "GLP": "FRA", "GUF": "FRA", "MAF": "FRA", "MTQ": "FRA",
           "MYT": "FRA", "NCL": "FRA", "PYF": "FRA", "REU": "FRA", "SPM": "FRA", "WLF": "FRA"}
FORMER = {"SUN": ("1922", "1991-12-26"), "YUG": ("1945", "2003"), "CSK": ("1918", "1992-12-31"), "DDR": ("1949", "1990-10-02"),
          "SCG": ("2003", "2006"), "ANT": ("1954", "2010")}
SUCCESSORS = {"SUN": "RUS UKR BLR KAZ UZB KGZ TJK TKM EST LVA LTU MDA GEO ARM AZE", "YUG": "SRB HRV SVN BIH MKD MNE XKX",
              "CSK": "CZE SVK", "DDR": "DEU", "SCG": "SRB MNE", "ANT": "BES CUW SXM"}
# States of which the facts do not say when they began, as far as news needs it.
SINCE = {"KOR": "1948", "PRK": "1948", "RUS": "1991", "UKR": "1991", "CZE": "1993", "SVK": "1993", "SRB": "2006", "MNE": "2006",
         "HRV": "1991", "SVN": "1991", "BIH": "1992", "MKD": "1991", "XKX": "2008", "SSD": "2011", "ERI": "1993", "TLS": "2002",
         "KAZ": "1991", "UZB": "1991", "KGZ": "1991", "TJK": "1991", "TKM": "1991", "ARM": "1991", "AZE": "1991", "GEO": "1991",
         "MDA": "1991", "EST": "1918", "LVA": "1918", "LTU": "1918", "BLR": "1991", "ISR": "1948", "NAM": "1990", "PAK": "1947"}


FORMAL = re.compile(r"^(The )?((Islamic|Federal|Democratic|People's|United|Co-operative|Socialist|Federal Democratic) )?"
                    r"(Republic|Kingdom|State|Commonwealth|Federation|Principality|Grand Duchy|Sultanate|Territory) of ")


def people(text):
    """Singulars and plurals of a demonym in the Factbook's notation: "Angolan(s)", "Chinese (singular and plural)"."""
    text = re.sub(r"\((?!s\)|singular)[^)]*\)", "", text)
    singular, plural = [], []
    for part in re.split(r", | or |; ", text):
        part = part.strip()
        if part.endswith("(s)"):
            singular.append(part[:-3])
            plural.append(part[:-3] + "s")
        elif part.endswith("(singular and plural)"):
            part = part[: -len("(singular and plural)")].strip()
            singular.append(part)
            plural.append(part)
    return singular, plural


def adjectives(text):
    text = re.sub(r"\([^)]*\)", "", text)
    return [part.strip() for part in re.split(r", | or |; | \| ", text) if part.strip() and part.strip() not in ("NA", "Dutch")]


def countries(facts):
    """Rows of countries.tsv by id."""
    hand = {row["id"]: row for row in read_hand("countries_names.tsv")}
    rows, capitals = {}, []
    for fact in read(facts / "countries.tsv"):
        code = fact["iso3"]
        if not code or code in NOT_COUNTRIES:
            continue
        key = "country/" + code
        names = hand.pop(key, {})
        singular, plural = people(fact["demonym_noun"])
        status = STATUS.get(fact["status"], "state")
        if code in TERRITORIES:
            status = "territory"
        if code in FORMER:
            status = "former"
        name = names.get("name") or fact["name"]
        official = names.get("official_name") or fact["official_name"]
        official = "" if official == plain(name) else official
        formal = [alias for alias in cells(fact["aliases"]) if FORMAL.match(alias) and alias.isascii() and alias not in (official, name)]
        valid = FORMER.get(code, (SINCE.get(code, ""), ""))
        rows[key] = {
            "id": key, "name": name, "official_name": official, "iso2": "" if status == "former" else fact["iso2"], "iso3": code,
            "wikidata": fact["qid"], "aliases": listed(cells(names.get("aliases", "")) + formal), "abbreviations": names.get("abbreviations", ""),
            "demonym": names.get("demonym") or listed(singular), "demonym_plural": names.get("demonym_plural") or listed(plural),
            "adjectives": names.get("adjectives") or listed(adjectives(fact["demonym_adj"])), "status": status,
            "parent": "country/" + HOLDERS[code] if code in HOLDERS else "", "valid_from": valid[0], "valid_to": valid[1],
            "successors": listed("country/" + c for c in SUCCESSORS.get(code, "").split()),
            "source": "rigour" + (" | factbook" if fact["demonym_noun"] or fact["capital"] else "") + (" | entente" if names else "")}
        if status != "former":
            capitals += [(capital, key) for capital in cells(fact["capital"])]
    assert not hand, sorted(hand)
    for row in read_hand("countries_extra.tsv"):
        capital = row.pop("capital")
        if capital:
            capitals.append((capital, row["id"]))
        rows[row["id"]] = dict(row, iso2="", iso3="", source="entente")
    return rows, capitals


COUNTRY_HEADER = ("id name official_name iso2 iso3 wikidata aliases abbreviations demonym demonym_plural adjectives status parent "
                  "valid_from valid_to successors source").split()

CAPITAL_SPELLINGS = {"Bogotá": "Bogota", "Brasília": "Brasilia", "Asunción": "Asuncion", "San José": "San Jose", "Malé": "Male~",
                     "Bern": "Berne", "Sanaa": "Sana'a", "Naypyidaw": "Nay Pyi Taw", "Yaounde": "Yaoundé", "Lome": "Lomé",
                     "Sao Tome": "São Tomé", "Torshavn": "Tórshavn", "Saint George's": "St. George's", "Saint John's": "St. John's~",
                     "N'Djamena": "Ndjamena", "Reykjavik": "Reykjavík", "El-Aaiun": "El Aaiun", "Port-Vila": "Port Vila",
                     "Bishkek": "Frunze", "Chisinau": "Kishinev", "Ashgabat": "Ashkhabad", "Ulaanbaatar": "Ulan Bator"}
# Capitals that are as often a name, a word or another city.
CAPITAL_AMBIGUOUS = {"Victoria", "Stanley", "Kingston", "Hamilton", "Georgetown", "George Town", "Plymouth", "Douglas", "Santiago", "Valletta~",
                     "Freetown~", "San Juan", "Nassau", "Castries~", "Alofi~", "Saint-Denis", "Saint-Pierre", "Santo Domingo~", "Male",
                     "Malé", "Sucre", "Santa Cruz", "Wellington", "San José", "Jamestown", "Monaco~", "Tripoli", "Road Town~", "Cayenne",
                     "Lima~", "Roseau", "Basseterre~", "The Valley", "West Island", "The Settlement", "Willemstad~", "Marigot"}
NOT_CAPITALS = {"Gaza", "Jerusalem~", "note - Malabo is on the island of Bioko", "London~", "East Jerusalem", "Saint Peter Port"}
DROPPED = re.compile(r"^(note|some|often|no |the government|government offices|administered|uninhabited)|in Romanian")
# A capital that is also its state's name is no metonym.
EXTRA_CAPITALS = [("Chisinau", "country/MDA"), ("Malabo", "country/GNQ"), ("Abidjan", "country/CIV"), ("Ramallah", "country/PSE"),
                  ("Yaren", "country/NRU"), ("Valparaiso", "country/CHL")]


def metonyms(countries_by_id, capitals):
    """Rows of metonyms.tsv: (term, kind, country, institution, from, to, source)."""
    rows = {}
    for row in read_hand("metonyms.tsv"):
        rows[(plain(row["term"]), row["country"], row["institution"])] = (
            row["term"], row["kind"], row["country"], row["institution"], row["valid_from"], row["valid_to"], "entente")
    have = {(term, country) for term, country, _ in rows}
    for capital, country in capitals + EXTRA_CAPITALS:
        if DROPPED.search(capital) or capital in NOT_CAPITALS or capital == plain(countries_by_id[country]["name"]):
            continue
        spellings = [capital + ("~" if capital in CAPITAL_AMBIGUOUS else "")]
        if capital in CAPITAL_SPELLINGS:
            spellings.append(CAPITAL_SPELLINGS[capital])
        for spelling in spellings:
            if (plain(spelling), country) not in have:
                rows[(plain(spelling), country, "")] = (spelling, "capital", country, "", "", "", "factbook")
    return sorted(rows.values())


def places(countries_by_id, capital_rows):
    """Rows of places.tsv: those kept by hand, and the capitals as places."""
    demonyms = {"london": ("Londoner", "Londoners", ""), "paris": ("Parisian", "Parisians", "Parisian"), "berlin": ("Berliner", "Berliners", "")}
    rows, by_name = {}, {}
    for row in read_hand("places.tsv"):
        rows[row["id"]] = [row["id"], row["name"], row["aliases"], row["demonym"], row["demonym_plural"], row["adjectives"], row["kind"],
                           row["country"], "entente"]
        for name in [row["name"]] + cells(row["aliases"]):
            by_name[plain(name), row["country"]] = row["id"]
    spellings = {}
    for term, kind, country, _, _, to, source in capital_rows:
        if kind != "capital" or countries_by_id[country]["status"] == "former":
            continue
        if countries_by_id[country]["status"] == "former" or (plain(term), country) in by_name:
            continue
        first = next((c for c, s in CAPITAL_SPELLINGS.items() if plain(s) == plain(term)), plain(term))
        first = {"Washington, D.C.": "Washington", "Washington D.C.": "Washington", "Washington, DC": "Washington", "Washington DC": "Washington",
                 "Peking": "Beijing", "Tokio": "Tokyo", "Teheran": "Tehran", "Kiev": "Kyiv", "Rangoon": "Yangon", "Naypyitaw": "Naypyidaw",
                 "Nur-Sultan": "Astana", "Vatican City": "Vatican City"}.get(first, first)
        spellings.setdefault((first, country), []).append(term)
    for (first, country), terms in spellings.items():
        key = "place/" + slug(first)
        if key in rows:
            key += "-" + country.rpartition("/")[2].lower()
        name = next((term for term in terms if plain(term) == first), first)
        singular, plural, adjective = demonyms.get(slug(first), ("", "", ""))
        rows[key] = [key, name, listed(t for t in terms if plain(t) != first), singular, plural, adjective, "city", country, "factbook"]
    return [tuple(row) for row in rows.values()]


def build(facts, out):
    """Writes the three tables; returns sizes by name and the countries by id."""
    by_id, capitals = countries(facts)
    terms = metonyms(by_id, capitals)
    sizes = {
        "countries.tsv": write(out, "countries.tsv", COUNTRY_HEADER, [tuple(row[c] for c in COUNTRY_HEADER) for row in by_id.values()]),
        "metonyms.tsv": write(out, "metonyms.tsv", "term kind country institution valid_from valid_to source".split(), terms),
        "places.tsv": write(out, "places.tsv",
                            "id name aliases demonym demonym_plural adjectives kind country source".split(), places(by_id, terms)),
    }
    return sizes, by_id
