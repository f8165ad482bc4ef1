// A graph of entente, for Neo4j 5.7 and later: cypher-shell -f FILE. May be run again: what is there is brought up to date.
CREATE CONSTRAINT entente_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entente_criticizes_id IF NOT EXISTS FOR ()-[r:CRITICIZES]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_scraps_id IF NOT EXISTS FOR ()-[r:SCRAPS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_partyTo_id IF NOT EXISTS FOR ()-[r:PARTY_TO]-() REQUIRE r.id IS UNIQUE;
UNWIND [
{id: 'country/JPN', name: 'Japan', type: 'country', aliases: ['Tokyo'], formerIds: null, iso3: 'JPN', wikidata: 'Q17', claims: 3},
{id: 'country/KOR', name: 'South Korea', type: 'country', aliases: ['Seoul'], formerIds: null, iso3: 'KOR', wikidata: 'Q884', claims: 3}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Country;
UNWIND [
{id: 'agreement/jpn-kor-pact', name: 'intelligence pact', type: 'agreement', aliases: ['the pact'], formerIds: null, iso3: null, wikidata: null, claims: 2}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Agreement;
UNWIND [
{id: 'event/733f46259fe8eb64', source: 'country/JPN', target: 'country/KOR', properties: {id: 'event/733f46259fe8eb64', happening: 'event/733f46259fe8eb64', type: 'criticizes', status: 'asserted', plover: 'ACCUSE', cameo: '111', quad: 'verbal-conflict', goldstein: -2.0, confidence: 0.91, sources: 2, claims: 2, evidence: ['evidence/024c1694e4d8e0ac', 'evidence/d772520677112a3c'], documents: ['a1', 'b2'], urls: ['https://news.example/a1', 'https://news.example/b2'], titles: ['Two neighbours, one pact', 'Two neighbours, one pact'], publishers: ['Example Times', 'Harbour Post'], published: ['2019-08-22', '2019-08-22'], fields: ['text', 'text'], spanBegins: [0, 100], spanEnds: [36, 116], quotes: ['Japan called the step "regrettable".', 'Tokyo was angry.'], about: ['Japan c', 'Tokyo w'], confidences: [0.877, 0.877], readBy: ['entente 0.1.0', 'entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:CRITICIZES {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/1484d5ee29d043a3', source: 'country/KOR', target: 'agreement/jpn-kor-pact', properties: {id: 'event/1484d5ee29d043a3', happening: 'event/1484d5ee29d043a3', type: 'scraps', status: 'planned', plover: 'SANCTION', cameo: '160', quad: 'material-conflict', goldstein: -4.0, date: '2019-08-22', firstDay: date('2019-08-22'), lastDay: date('2019-08-22'), confidence: 0.91, sources: 1, claims: 1, affected: 'country/JPN', evidence: ['evidence/84d405fedb0e237a'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [300], spanEnds: [350], quotes: ['Seoul said it would let the pact with Tokyo lapse.'], about: ['Seoul s'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:SCRAPS {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/3054e235c238981f', source: 'country/JPN', target: 'agreement/jpn-kor-pact', properties: {id: 'event/3054e235c238981f', happening: 'event/3054e235c238981f', type: 'party-to', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/b0e36ebb740a774a'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [200], spanEnds: [246], quotes: ['The pact that Japan joined is three years old.'], about: ['The pac'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:PARTY_TO {id: row.id}]->(target)
SET r = row.properties;
