// Expands, compacts and frames JSON-LD files with the jsonld processor, losing nothing, and writes each as N-Quads beside itself.
//   node jsonld_to_nquads.js FILE.jsonld…
const assert = require('node:assert');
const { readFileSync, writeFileSync } = require('node:fs');
const jsonld = require('jsonld');

// Framing puts each end, with its names, into the statements that it is an end of.
async function frame(text, options) {
  const end = { '@embed': '@always', '@explicit': true, label: {} };
  const wanted = { '@context': text['@context'], '@explicit': true, type: 'Statement', subject: end, object: end };
  const framed = await jsonld.frame(text, wanted, { ...options, omitGraph: false });
  const nodes = new Map(text['@graph'].map((record) => [record.id, record]));
  const statements = text['@graph'].filter((record) => record.type.includes('Statement'));
  assert.strictEqual(framed['@graph'].length, statements.length);
  const labels = (list, label) => list.map((one) => `${label(one.subject)} ${label(one.object)}`).sort();
  assert.deepStrictEqual(labels(framed['@graph'], (node) => node.label), labels(statements, (id) => nodes.get(id).label));
}

async function main() {
  // Nothing may be fetched: the context is inside.
  const documentLoader = (url) => { throw new Error(`asked for ${url}`); };
  for (const path of process.argv.slice(2)) {
    const text = JSON.parse(readFileSync(path, 'utf8'));
    const options = { documentLoader, safe: true };
    const expanded = await jsonld.expand(text, options);
    if (expanded.length > 0) {
      const compacted = await jsonld.compact(expanded, text['@context'], options);
      assert.deepStrictEqual(await jsonld.expand(compacted, options), expanded, `${path} survives compaction`);
      await frame(text, options);
    }
    writeFileSync(path.replace(/jsonld$/, 'nq'), await jsonld.toRDF(text, { ...options, format: 'application/n-quads' }));
  }
}

main();
