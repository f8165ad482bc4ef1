// d3-force takes node-link JSON as it is, with the node's id as the link's end.
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { forceLink, forceSimulation } = require('d3-force');

execFileSync(process.env.ENTENTE_WRITE_SAMPLES, ['samples', 'node-link']);
for (const name of ['small', 'pact', 'hostile', 'world', 'empty']) {
  const graph = JSON.parse(readFileSync(`samples/${name}.json`, 'utf8'));
  const links = forceLink(graph.links).id((node) => node.id);
  forceSimulation(graph.nodes).force('links', links).stop().tick(3);
  for (const link of graph.links) {
    assert.ok(Number.isFinite(link.source.x) && Number.isFinite(link.target.x), `${name}: ${link.key} has both ends`);
  }
}
