// Cytoscape.js takes Cytoscape JSON as it is.
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const cytoscape = require('cytoscape');

execFileSync(process.env.ENTENTE_WRITE_SAMPLES, ['samples', 'cytoscape', 'node-link']);
for (const name of ['small', 'pact', 'hostile', 'world', 'empty']) {
  const graph = JSON.parse(readFileSync(`samples/${name}.json`, 'utf8'));
  const cy = cytoscape({ headless: true, ...JSON.parse(readFileSync(`samples/${name}.cyjs`, 'utf8')) });
  assert.equal(cy.nodes().length, graph.nodes.length, `${name}: nodes`);
  assert.ok(cy.edges().length >= graph.links.length, `${name}: an event an edge`);
  for (const node of graph.nodes) assert.equal(cy.getElementById(node.id).data('name'), node.label);
  for (const { source, target } of graph.links) {
    assert.ok(cy.getElementById(source).edgesTo(cy.getElementById(target)).nonempty(), `${name}: ${source} to ${target}`);
  }
}
