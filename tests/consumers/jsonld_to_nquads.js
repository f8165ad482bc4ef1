// Expands and compacts JSON-LD files with the jsonld processor, losing nothing, and writes each as N-Quads beside itself.
//   node jsonld_to_nquads.js FILE.jsonld…
const assert = require('node:assert');
const { readFileSync, writeFileSync } = require('node:fs');
const jsonld = require('jsonld');

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
    }
    writeFileSync(path.replace(/jsonld$/, 'nq'), await jsonld.toRDF(text, { ...options, format: 'application/n-quads' }));
  }
}

main();
