// Seconds that the npm jsonld processor takes to make compact JSON-LD of triples in memory; bench/export.py runs it. Its
// own reader of N-Quads is left out: it looks for each triple among all before it.
//   node jsonld_peer.js FILE.jsonld
const { readFileSync } = require('node:fs');
const jsonld = require('jsonld');

async function main([path]) {
  const document = JSON.parse(readFileSync(path, 'utf8'));
  const triples = await jsonld.toRDF(document);
  const begin = process.hrtime.bigint();
  const expanded = await jsonld.fromRDF(triples);
  const middle = process.hrtime.bigint();
  const text = JSON.stringify(await jsonld.compact({ '@graph': expanded }, document['@context']));
  const end = process.hrtime.bigint();
  console.error(`fromRDF ${Number(middle - begin) / 1e9} s, compact ${Number(end - middle) / 1e9} s, ${text.length} bytes`);
  console.log(triples.length, Number(end - begin) / 1e9);
}

main(process.argv.slice(2));
