// A graph of entente, for Neo4j 5.7 and later: cypher-shell -f FILE. May be run again: what is there is brought up to date.
CREATE CONSTRAINT entente_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
