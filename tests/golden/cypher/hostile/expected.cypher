// A graph of entente, for Neo4j 5.7 and later: cypher-shell -f FILE. May be run again: what is there is brought up to date.
CREATE CONSTRAINT entente_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT entente_praises_id IF NOT EXISTS FOR ()-[r:PRAISES]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_attacks_id IF NOT EXISTS FOR ()-[r:ATTACKS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT entente_holdsOfficeIn_id IF NOT EXISTS FOR ()-[r:HOLDS_OFFICE_IN]-() REQUIRE r.id IS UNIQUE;
UNWIND [
{id: 'country/AAA', name: '<b>"O\'Brien" & Söhne</b> \\N \\E {a|b} ]]> ${x} \u0001\u001F‮evil‬￾', type: 'country', aliases: ['<b>"O\'Brien" & Söhne</b> \\N \\E {a|b} ]]> ${x} \u0001\u001F‮evil‬￾'], formerIds: null, iso3: 'AAA', wikidata: 'Q1"><script>alert(1)</script>', claims: 2}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Country;
UNWIND [
{id: 'person/b"]; x', name: '</TD></TABLE><script>alert(\'x\')</script>', type: 'official', aliases: null, formerIds: null, iso3: 'AAA', wikidata: null, claims: 2}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Official
REMOVE n:Person;
UNWIND [
{id: 'organisation/c', name: '&lt;b&gt; &#10; &amp; \\\\ %s %n =cmd|\'/c calc\'!A1', type: 'organisation', aliases: null, formerIds: null, iso3: null, wikidata: null, claims: 1}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Organisation;
UNWIND [
{id: 'group/long', name: 'Verylongwordwithoutanyspaceatallthatnobodywouldeverwritebutsomebodyonceparsedfromabadpageofnews', type: 'group', aliases: null, formerIds: null, iso3: null, wikidata: null, claims: 1}
] AS row
MERGE (n:Entity {id: row.id})
SET n += row, n:Group;
UNWIND [
{id: 'event/982e6a9ba8b6e29a', source: 'group/long', target: 'person/b"]; x', properties: {id: 'event/982e6a9ba8b6e29a', happening: 'event/982e6a9ba8b6e29a', type: 'praises', status: 'asserted', plover: 'SUPPORT', cameo: '051', quad: 'verbal-cooperation', goldstein: 3.4, confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/236192b113b3644a'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [100], spanEnds: [121], quotes: ['line one\nline two\u0009tab'], about: ['line on'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:PRAISES {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/fe24a8458fa9f514', source: 'country/AAA', target: 'organisation/c', properties: {id: 'event/fe24a8458fa9f514', happening: 'event/fe24a8458fa9f514', type: 'attacks', status: 'negated', plover: 'ASSAULT', cameo: '190', quad: 'material-conflict', goldstein: -10.0, confidence: 0.91, sources: 1, claims: 1, evidence: ['evidence/04e10beb4ddf752e'], documents: ['javascript:alert(1)'], urls: ['javascript:alert(1)'], titles: ['Two neighbours, one pact'], publishers: ['<Pub & Co>'], published: ['2019-08-22'], fields: ['text'], spanBegins: [0], spanEnds: [47], quotes: ['<img src=x onerror=alert(1)> "quoted" \\G & done'], about: ['<img sr'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:ATTACKS {id: row.id}]->(target)
SET r = row.properties;
UNWIND [
{id: 'event/cf76e1bde3446331', source: 'person/b"]; x', target: 'country/AAA', properties: {id: 'event/cf76e1bde3446331', happening: 'event/cf76e1bde3446331', type: 'holds-office-in', status: 'asserted', confidence: 0.91, sources: 1, claims: 1, office: 'minister of <i>&</i> \\L', evidence: ['evidence/7bd06f26c380f4bb'], documents: ['a1'], urls: ['https://news.example/a1'], titles: ['Two neighbours, one pact'], publishers: ['Example Times'], published: ['2019-08-22'], fields: ['text'], spanBegins: [200], spanEnds: [201], quotes: ['x'], confidences: [0.877], readBy: ['entente 0.1.0']}}
] AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[r:HOLDS_OFFICE_IN {id: row.id}]->(target)
SET r = row.properties;
