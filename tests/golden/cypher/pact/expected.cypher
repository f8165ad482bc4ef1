// A graph of entente, for Neo4j 5.7 and later: cypher-shell -f FILE. May be run again: what is there is brought up to date.
CREATE CONSTRAINT entente_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entente_criticizes_id IF NOT EXISTS FOR ()-[r:CRITICIZES]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_supports_id IF NOT EXISTS FOR ()-[r:SUPPORTS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_protests_id IF NOT EXISTS FOR ()-[r:PROTESTS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_imposes_id IF NOT EXISTS FOR ()-[r:IMPOSES]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_scraps_id IF NOT EXISTS FOR ()-[r:SCRAPS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_cooperatesWith_id IF NOT EXISTS FOR ()-[r:COOPERATES_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_attacks_id IF NOT EXISTS FOR ()-[r:ATTACKS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_alliesWith_id IF NOT EXISTS FOR ()-[r:ALLIES_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_partyTo_id IF NOT EXISTS FOR ()-[r:PARTY_TO]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_holdsOfficeIn_id IF NOT EXISTS FOR ()-[r:HOLDS_OFFICE_IN]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_spokespersonFor_id IF NOT EXISTS FOR ()-[r:SPOKESPERSON_FOR]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_partOf_id IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_targets_id IF NOT EXISTS FOR ()-[r:TARGETS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_occupies_id IF NOT EXISTS FOR ()-[r:OCCUPIES]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_inDisputeWith_id IF NOT EXISTS FOR ()-[r:IN_DISPUTE_WITH]-() REQUIRE r.id IS UNIQUE;
UNWIND [
{id: 'country/JPN', name: 'Japan', type: 'country', aliases: ['Tokyo'], formerIds: null, iso3: 'JPN', wikidata: 'Q17', claims: 13},
{id: 'country/KOR', name: 'South Korea', type: 'country', aliases: ['Seoul'], formerIds: null, iso3: 'KOR', wikidata: 'Q884', claims: 14},
{id: 'country/PRK', name: 'North Korea', type: 'country', aliases: ['Pyongyang'], formerIds: null, iso3: 'PRK', wikidata: 'Q423', claims: 1},
{id: 'country/USA', name: 'United States', type: 'country', aliases: ['Washington'], formerIds: null, iso3: 'USA', wikidata: 'Q30', claims: 4},
{id: 'country/korea-before-1948', name: 'Korea', type: 'country', aliases: null, formerIds: null, iso3: null, wikidata: null, claims: 1}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Country;
UNWIND [
{id: 'person/dave-eastburn', name: 'Dave Eastburn', type: 'official', aliases: null, formerIds: null, iso3: 'USA', wikidata: null, claims: 1},
{id: 'person/kang-kyung-wha', name: 'Kang Kyung-wha', type: 'official', aliases: null, formerIds: null, iso3: 'KOR', wikidata: null, claims: 2},
{id: 'person/kim-you-geun', name: 'Kim You-geun', type: 'official', aliases: ['Kim'], formerIds: null, iso3: 'KOR', wikidata: null, claims: 2},
{id: 'person/taro-kono', name: 'Taro Kono', type: 'official', aliases: null, formerIds: null, iso3: 'JPN', wikidata: null, claims: 2}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Official
REMOVE n:Person;
UNWIND [
{id: 'organisation/kor-national-security-council', name: 'National Security Council', type: 'organisation', aliases: ['NSC'], formerIds: null, iso3: 'KOR', wikidata: null, claims: 1},
{id: 'organisation/usa-pentagon', name: 'Pentagon', type: 'organisation', aliases: null, formerIds: null, iso3: 'USA', wikidata: null, claims: 3}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Organisation;
UNWIND [
{id: 'agreement/general-security-of-military-information-agreement', name: 'General Security of Military Information Agreement', type: 'agreement', aliases: ['GSOMIA'], formerIds: null, iso3: null, wikidata: null, claims: 5}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Agreement;
UNWIND [
{id: 'policy/jpn-export-curbs', name: 'export curbs on high-tech materials', type: 'policy', aliases: null, formerIds: null, iso3: 'JPN', wikidata: null, claims: 2},
{id: 'policy/kor-fast-track-export-status', name: 'South Korea\'s fast-track export status', type: 'policy', aliases: null, formerIds: null, iso3: 'JPN', wikidata: null, claims: 2}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Policy;
UNWIND [
{id: 'place/seoul', name: 'Seoul', type: 'place', aliases: null, formerIds: null, iso3: 'KOR', wikidata: null, claims: 0}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Place;
UNWIND [
{id: 'group/kor-protesters', name: 'candle-light protesters', type: 'group', aliases: null, formerIds: null, iso3: 'KOR', wikidata: null, claims: 1}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Group;
UNWIND [
{id: 'event/733f46259fe8eb64', source: 'country/JPN', target: 'country/KOR', properties: {id: 'event/733f46259fe8eb64', happening: 'event/733f46259fe8eb64', type: 'criticizes', status: 'asserted', plover: 'ACCUSE', cameo: '111', quad: 'verbal-conflict', goldstein: -2.0, confidence: 0.91, sources: 2, claims: 2, evidence: ['evidence/d772520677112a3c', 'evidence/daaa29ee6c719772'], documents: ['a1', 'c3'], urls: ['https://news.example/a1', 'https://news.example/c3'], titles: ['Two neighbours, one pact', 'Two neighbours, one pact'], publishers: ['Example Times', 'Example Wire'], published: ['2019-08-22', '2019-08-22'], fields: ['text', 'text'], spanBegins: [100, 200], spanEnds: [148, 232], quotes: ['A sharp protest came from Tokyo within the hour.', 'Japan was "deeply disappointed".'], about: ['A sharp', 'Japan w'], confidences: [0.877, 0.877], readBy: ['entente 0.1.0', 'entente 0.1.0']}},
{id: 'event/95b776b36c3cfc4d', source: 'person/kang-kyung-wha', target: 'country/JPN', properties: {id: 'event/95b776b36c3cfc4d', happening: 'event/95b776b36c3cfc4d', type: 'criticizes', status: 'asserted', plover: 'ACCUSE', cameo: '111', quad: 'verbal-conflict', goldstein: -2.0, confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/f63d84463b304030'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [2000], spanEnds: [2050], quotes: ['The trust between us is gone, said Kang Kyung-wha.'], about: ['The tru'], confidences: [0.877], readBy: ['entente 0.1.0']}},
{id: 'event/0f4aefcbbd5014fd', source: 'person/kim-you-geun', target: 'country/JPN', properties: {id: 'event/0f4aefcbbd5014fd', happening: 'event/0f4aefcbbd5014fd', type: 'criticizes', status: 'asserted', plover: 'ACCUSE', cameo: '111', quad: 'verbal-conflict', goldstein: -2.0, confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/805c1b2955bd71cd'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [2200], spanEnds: [2262], quotes: ['Kim You-geun said that Japan had brought about a grave change.'], about: ['Kim You'], confidences: [0.877], readBy: ['entente 0.1.0']}},
{id: 'event/bcb125d52cc0c3b8', source: 'person/taro-kono', target: 'country/KOR', properties: {id: 'event/bcb125d52cc0c3b8', happening: 'event/bcb125d52cc0c3b8', type: 'criticizes', status: 'asserted', plover: 'ACCUSE', cameo: '111', quad: 'verbal-conflict', goldstein: -2.0, date: '2019-08-22', firstDay: date('2019-08-22'), lastDay: date('2019-08-22'), confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/4fe8c6dad88136c1'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [2400], spanEnds: [2469], quotes: ['Taro Kono called it a complete misjudgement of the region\'s security.'], about: ['Taro Ko'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:CRITICIZES {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/68559629cdee440a', source: 'organisation/usa-pentagon', target: 'country/KOR', properties: {id: 'event/68559629cdee440a', happening: 'event/68559629cdee440a', type: 'supports', status: 'denied', plover: 'REJECT', cameo: '120', quad: 'verbal-conflict', goldstein: -4.0, confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/09dae436871d8e5b'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [1800], spanEnds: [1848], quotes: ['The Pentagon denied that it had backed the step.'], about: ['The Pen'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:SUPPORTS {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/e69b271c6a63b6bb', source: 'group/kor-protesters', target: 'country/JPN', properties: {id: 'event/e69b271c6a63b6bb', happening: 'event/e69b271c6a63b6bb', type: 'protests', status: 'asserted', plover: 'PROTEST', cameo: '140', quad: 'material-conflict', goldstein: -6.5, confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/3b30f6fc751dff8a'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [1600], spanEnds: [1636], quotes: ['Thousands lit candles against Japan.'], about: ['Thousan'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:PROTESTS {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/ddf8a000176cf666', source: 'country/JPN', target: 'policy/jpn-export-curbs', properties: {id: 'event/ddf8a000176cf666', happening: 'event/ddf8a000176cf666', type: 'imposes', status: 'asserted', plover: 'SANCTION', cameo: '163', quad: 'material-conflict', goldstein: -8.0, date: '2019-07-04', firstDay: date('2019-07-04'), lastDay: date('2019-07-04'), confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/b501dc4be702ea99'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [300], spanEnds: [348], quotes: ['Tokyo tightened controls on materials for chips.'], about: ['Tokyo t'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:IMPOSES {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/80ff7241bcd23016', source: 'country/JPN', target: 'policy/kor-fast-track-export-status', properties: {id: 'event/80ff7241bcd23016', happening: 'event/80ff7241bcd23016', type: 'scraps', status: 'asserted', plover: 'SANCTION', cameo: '160', quad: 'material-conflict', goldstein: -4.0, confidence: 0.91, sources: 2, claims: 2, evidence: ['evidence/35f86c1ff93e9ced', 'evidence/5db3d62831d1f709'], documents: ['a1', 'b2'], urls: ['https://news.example/a1', 'https://news.example/b2'], titles: ['Two neighbours, one pact', 'Two neighbours, one pact'], publishers: ['Example Times', 'Harbour Post'], published: ['2019-08-22', '2019-08-22'], fields: ['text', 'text'], spanBegins: [600, 700], spanEnds: [651, 723], quotes: ['Japan struck its neighbour off the fast-track list.', 'Tokyo ended the status.'], about: ['Japan s', 'Tokyo e'], confidences: [0.877, 0.877], readBy: ['entente 0.1.0', 'entente 0.1.0']}},
{id: 'event/9652364ce6084835', source: 'country/KOR', target: 'agreement/general-security-of-military-information-agreement', properties: {id: 'event/9652364ce6084835', happening: 'event/9652364ce6084835', type: 'scraps', status: 'planned', plover: 'SANCTION', cameo: '160', quad: 'material-conflict', goldstein: -4.0, date: '2019-08-22', firstDay: date('2019-08-22'), lastDay: date('2019-08-22'), confidence: 0.91, sources: 3, claims: 3, affected: 'country/JPN', evidence: ['evidence/45272a421a429606', 'evidence/3c9cd7bf56068c41', 'evidence/5b172af2e37bf014'], documents: ['a1', 'b2', 'c3'], urls: ['https://news.example/a1', 'https://news.example/b2', 'https://news.example/c3'], titles: ['Two neighbours, one pact', 'Two neighbours, one pact', 'Two neighbours, one pact'], publishers: ['Example Times', 'Harbour Post', 'Example Wire'], published: ['2019-08-22', '2019-08-22', '2019-08-22'], fields: ['text', 'text', 'text'], spanBegins: [1200, 1300, 1400], spanEnds: [1262, 1356, 1433], quotes: ['Seoul will let the accord on sharing military secrets run out.', 'The Blue House decided against another year of the deal.', 'South Korea is to leave the pact.'], about: ['Seoul w', 'The Blu', 'South K'], confidences: [0.877, 0.877, 0.877], readBy: ['entente 0.1.0', 'entente 0.1.0', 'entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:SCRAPS {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/c409c1f7aa0194fa', source: 'country/KOR', target: 'country/USA', properties: {id: 'event/c409c1f7aa0194fa', happening: 'event/c409c1f7aa0194fa', type: 'cooperates-with', status: 'planned', plover: 'AGREE', cameo: '031', quad: 'verbal-cooperation', goldstein: 5.2, confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/75c5f468258f7a30'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [900], spanEnds: [960], quotes: ['Seoul promised to work with Washington as closely as before.'], about: ['Seoul p'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:COOPERATES_WITH {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/5e1d17b18b242d07', source: 'country/PRK', target: 'country/KOR', properties: {id: 'event/5e1d17b18b242d07', happening: 'event/5e1d17b18b242d07', type: 'attacks', status: 'hypothetical', plover: 'ASSAULT', cameo: '190', quad: 'material-conflict', goldstein: -10.0, confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/9eee13d1531b299b'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [1500], spanEnds: [1530], quotes: ['The North might try something.'], about: ['The Nor'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:ATTACKS {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/17eac2738956e2f7', source: 'country/JPN', target: 'country/USA', properties: {id: 'event/17eac2738956e2f7', happening: 'event/17eac2738956e2f7', type: 'allies-with', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/6519d1c882fbb8a7'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [0], spanEnds: [30], quotes: ['Both are allies of Washington.'], about: ['Both ar'], confidences: [0.877], readBy: ['entente 0.1.0']}},
{id: 'event/b72fef7f876d104b', source: 'country/KOR', target: 'country/USA', properties: {id: 'event/b72fef7f876d104b', happening: 'event/b72fef7f876d104b', type: 'allies-with', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/963f6327265266e7'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [800], spanEnds: [830], quotes: ['Both are allies of Washington.'], about: ['Both ar'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:ALLIES_WITH {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/4747db1c9ee358bf', source: 'country/JPN', target: 'agreement/general-security-of-military-information-agreement', properties: {id: 'event/4747db1c9ee358bf', happening: 'event/4747db1c9ee358bf', type: 'party-to', status: 'asserted', date: '2016', firstDay: date('2016-01-01'), confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/9570cf6cb322d8c9'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [500], spanEnds: [559], quotes: ['The two have shared what they know of the North since 2016.'], about: ['The two'], confidences: [0.877], readBy: ['entente 0.1.0']}},
{id: 'event/f97a3118df3815ff', source: 'country/KOR', target: 'agreement/general-security-of-military-information-agreement', properties: {id: 'event/f97a3118df3815ff', happening: 'event/f97a3118df3815ff', type: 'party-to', status: 'asserted', date: '2016', firstDay: date('2016-01-01'), confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/3889164c37734b14'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [1100], spanEnds: [1159], quotes: ['The two have shared what they know of the North since 2016.'], about: ['The two'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:PARTY_TO {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/8edffc4e18dccdd3', source: 'person/kang-kyung-wha', target: 'country/KOR', properties: {id: 'event/8edffc4e18dccdd3', happening: 'event/8edffc4e18dccdd3', type: 'holds-office-in', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, office: 'foreign minister', evidence: ['evidence/15423c92b6ef9281'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [2100], spanEnds: [2147], quotes: ['Foreign Minister Kang Kyung-wha was in Beijing.'], about: ['Foreign'], confidences: [0.877], readBy: ['entente 0.1.0']}},
{id: 'event/60965cbe8c13212f', source: 'person/kim-you-geun', target: 'organisation/kor-national-security-council', properties: {id: 'event/60965cbe8c13212f', happening: 'event/60965cbe8c13212f', type: 'holds-office-in', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, office: 'deputy director', evidence: ['evidence/0228a937454fce6b'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [2300], spanEnds: [2365], quotes: ['Kim You-geun, deputy director of the council, read the statement.'], about: ['Kim You'], confidences: [0.877], readBy: ['entente 0.1.0']}},
{id: 'event/78dfc0b5d8921a00', source: 'person/taro-kono', target: 'country/JPN', properties: {id: 'event/78dfc0b5d8921a00', happening: 'event/78dfc0b5d8921a00', type: 'holds-office-in', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, office: 'foreign minister', evidence: ['evidence/fcf61f3887e9c513'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [2500], spanEnds: [2539], quotes: ['Foreign Minister Taro Kono spoke first.'], about: ['Foreign'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:HOLDS_OFFICE_IN {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/9de34ab361bda281', source: 'person/dave-eastburn', target: 'organisation/usa-pentagon', properties: {id: 'event/9de34ab361bda281', happening: 'event/9de34ab361bda281', type: 'spokesperson-for', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, office: 'spokesman', evidence: ['evidence/da408e8d815896a1'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [1900], spanEnds: [1952], quotes: ['Pentagon spokesman Dave Eastburn urged both to talk.'], about: ['Pentago'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:SPOKESPERSON_FOR {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/440a5d70abb6607b', source: 'organisation/usa-pentagon', target: 'country/USA', properties: {id: 'event/440a5d70abb6607b', happening: 'event/440a5d70abb6607b', type: 'part-of', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/2e6511c700868c08'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [1700], spanEnds: [1717], quotes: ['the U.S. Pentagon'], about: ['the U.S'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:PART_OF {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/bf9b207c98497703', source: 'policy/jpn-export-curbs', target: 'country/KOR', properties: {id: 'event/bf9b207c98497703', happening: 'event/bf9b207c98497703', type: 'targets', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/01ec8d6222ef8efe'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [2600], spanEnds: [2658], quotes: ['The controls hit South Korean makers of chips and screens.'], about: ['The con'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:TARGETS {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/8a5eaffa668ab05b', source: 'country/JPN', target: 'country/korea-before-1948', properties: {id: 'event/8a5eaffa668ab05b', happening: 'event/8a5eaffa668ab05b', type: 'occupies', status: 'ended', date: '1910', until: '1945', firstDay: date('1910-01-01'), lastDay: date('1945-12-31'), confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/185e531b9194e234'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [400], spanEnds: [437], quotes: ['Japan ruled the peninsula until 1945.'], about: ['Japan r'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:OCCUPIES {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/62455ecea3f6b750', source: 'country/KOR', target: 'country/JPN', properties: {id: 'event/62455ecea3f6b750', happening: 'event/62455ecea3f6b750', type: 'in-dispute-with', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/827ed671ede75b66'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [1000], spanEnds: [1039], quotes: ['The feud between the two is an old one.'], about: ['The feu'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:IN_DISPUTE_WITH {id: row.id}]->(target)
SET r = row.properties;
