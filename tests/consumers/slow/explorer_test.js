// The explorer page in Chromium, opened from disk as people open it. Its screenshots stay in the working folder.
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => fs.existsSync(p));
if (!executablePath) {
  console.log('skipped: no Chromium is installed (tools/setup check installs it)');
  process.exit(77);
}
const { chromium } = require('playwright-core');
execFileSync(process.env.ENTENTE_WRITE_SAMPLES, ['samples', 'html', 'node-link']);
const graphOf = (name) => JSON.parse(fs.readFileSync(`samples/${name}.json`, 'utf8'));

/// A page on that file, which must neither fail nor ask for anything of the network.
async function open(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('dialog', (dialog) => { problems.push('a dialog opened'); dialog.dismiss(); });
  page.on('request', (request) => { if (/^(https?|ws|ftp):/.test(request.url())) problems.push(`asked for ${request.url()}`); });
  await page.goto(`file://${path.resolve(file)}${options.hash ? `#${options.hash}` : ''}`);
  await page.waitForFunction('window.entente && window.entente.ready');
  return { page, context, problems, counts: () => page.evaluate('entente.counts()') };
}

const tests = {
  async 'shows all of a small graph, in light and dark and on a narrow screen'(browser) {
    for (const [name, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['narrow', { viewport: { width: 390, height: 780 } }]]) {
      const { page, context, problems, counts } = await open(browser, 'samples/pact.html', options);
      assert.equal((await counts()).matching, graphOf('pact').links.length);
      assert.equal(await page.evaluate('document.documentElement.dataset.theme'), name === 'dark' ? 'dark' : 'light');
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${name}: nothing stands out at the side`);
      await page.screenshot({ path: `explorer_${name}.png` });
      assert.deepEqual(problems, []);
      await context.close();
    }
  },

  async 'runs no script of an article'(browser) {
    for (const view of ['', 'view=list']) {
      const { page, context, problems } = await open(browser, 'samples/hostile.html', { hash: view });
      const graph = graphOf('hostile');
      for (let edge = 0; edge < graph.links.length; ++edge) {
        await page.evaluate((e) => { location.hash = `edge=${e}`; }, edge);
        await page.waitForFunction((e) => entente.state().selected && entente.state().selected.index === e, edge);
        const links = await page.$$eval('#details a', (all) => all.map((a) => a.protocol));
        assert.ok(links.every((protocol) => protocol === 'http:' || protocol === 'https:'), links.join());
      }
      for (const node of graph.nodes) {
        await page.evaluate((id) => { location.hash = new URLSearchParams({ node: id }).toString(); }, node.id);
        await page.waitForTimeout(30);
      }
      assert.equal(await page.evaluate('document.querySelectorAll("body script").length'), 3, 'the data, the library, the page');
      assert.equal(await page.evaluate('document.querySelectorAll("#details img, #details script, #details iframe, #list img").length'), 0);
      assert.deepEqual(problems, []);
      await context.close();
    }
  },

  async 'filters, and keeps the view in the address'(browser) {
    const { page, context, problems, counts } = await open(browser, 'samples/pact.html');
    const graph = graphOf('pact');
    const label = (words) => page.locator('#filters label', { hasText: words }).first();
    await label('planned').click();
    const unplanned = graph.links.filter((l) => l.status !== 'planned').length;
    assert.equal((await counts()).matching, unplanned);
    await label('Acts of conflict').click();
    const left = graph.links.filter((l) => l.status !== 'planned' && l.quad !== 'material-conflict').length;
    assert.ok(left < unplanned);
    assert.equal((await counts()).matching, left);
    const address = await page.evaluate('location.hash');
    const again = await open(browser, 'samples/pact.html', { hash: address.slice(1) });
    assert.equal((await again.counts()).matching, left);
    await again.context.close();
    await page.click('text=Reset the view');
    assert.equal((await counts()).matching, graph.links.length);
    assert.equal(await page.evaluate('location.hash'), '');
    assert.deepEqual(problems, []);
    await context.close();
  },

  async 'finds actors by keyboard, shows who they are and the quotes'(browser) {
    const { page, context, problems } = await open(browser, 'samples/pact.html');
    const graph = graphOf('pact');
    const edge = graph.links.find((l) => l.type === 'criticizes');
    const node = graph.nodes.find((n) => n.id === edge.source);
    await page.keyboard.press('/');
    await page.keyboard.type(node.label.slice(0, 5));
    await page.keyboard.press('Enter');
    await page.waitForSelector('#details h2');
    assert.equal(await page.textContent('#details h2'), node.label);
    await page.click('#list-button');
    await page.click(`#list button[aria-label="${node.label} criticizes ${graph.nodes.find((n) => n.id === edge.target).label}: quotes"]`);
    const quotes = await page.$$eval('#details blockquote p', (all) => all.map((p) => p.textContent));
    assert.ok(quotes.includes(edge.evidence[0].quote), quotes.join(' | '));
    await page.keyboard.press('Escape');
    assert.ok(await page.isHidden('#details'));
    await page.click('#graph-button');
    await page.focus('#graph');
    await page.keyboard.press('ArrowRight');
    assert.ok(await page.isVisible('#details h2'), 'arrow keys go from actor to actor');
    assert.deepEqual(problems, []);
    await context.close();
  },

  async 'focuses on an actor and finds the path between two'(browser) {
    const graph = graphOf('world');
    const [a] = graph.nodes;
    const near = graph.links.filter((l) => l.source === a.id || l.target === a.id);
    const ego = await open(browser, 'samples/world.html', { hash: new URLSearchParams({ focus: a.id, top: 'all' }).toString() });
    assert.equal((await ego.counts()).matching, near.length);
    assert.deepEqual(ego.problems, []);
    await ego.context.close();
    const step = near.map((l) => (l.source === a.id ? l.target : l.source)).find((id) => id !== a.id);
    const direct = graph.links.filter((l) => [l.source, l.target].includes(a.id) && [l.source, l.target].includes(step));
    const path_ = await open(browser, 'samples/world.html', { hash: new URLSearchParams({ path: `${a.id} ${step}` }).toString() });
    assert.equal((await path_.counts()).matching, direct.length);
    assert.deepEqual(path_.problems, []);
    await path_.context.close();
  },

  async 'plays through time'(browser) {
    const { page, context, problems, counts } = await open(browser, 'samples/pact.html');
    const all = (await counts()).matching;
    await page.click('[aria-label="Play through time"]');
    await page.waitForFunction('entente.state().from !== null');
    assert.ok((await counts()).matching < all);
    await page.click('[aria-label="Stop"]');
    await page.click('text=All time');
    assert.equal((await counts()).matching, all);
    assert.deepEqual(problems, []);
    await context.close();
  },

  async 'saves pictures'(browser) {
    const { page, context, problems } = await open(browser, 'samples/pact.html');
    for (const [kind, start] of [['svg', '<svg'], ['png', '\x89PNG']]) {
      await page.click('#save-button');
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-save="${kind}"]`)]);
      const file = path.resolve(`saved.${kind}`);
      await download.saveAs(file);
      assert.ok(fs.readFileSync(file, 'latin1').startsWith(start), kind);
    }
    assert.ok(fs.readFileSync('saved.svg', 'utf8').includes(graphOf('pact').nodes[0].label.split(' ')[0]));
    assert.deepEqual(problems, []);
    await context.close();
  },

  async 'shows 5,000 nodes and 20,000 edges'(browser) {
    // Claims as another extractor's: the same in every run.
    let seed = 7;
    const random = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * n); };
    const types = ['criticizes', 'praises', 'meets', 'attacks', 'aids', 'supports', 'rejects', 'demands'];
    const person = (n) => ({ id: `person/p${n}`, type: 'official', name: `Person ${n}`, iso3: ['PER', 'CHL', 'KEN', 'JPN', 'FRA'][n % 5] });
    const lines = [];
    for (let i = 0; i < 20600; ++i) {
      const a = Math.floor(random(5000) * (random(10) / 10 + 0.1)) % 5000, b = i % 5000;
      if (a !== b) lines.push(JSON.stringify({ doc: `d${i % 400}`, field: 'text', sentence: i, begin: i * 10, end: i * 10 + 9, type: types[random(8)], source: person(a), target: person(b), confidence: 0.9, date: `20${10 + (i % 12)}-0${1 + (i % 9)}-11`, by: 'test', quote: `Person ${a} and ${b}.` }));
    }
    fs.writeFileSync('big.jsonl', lines.join('\n'));
    execFileSync(process.env.ENTENTE, ['build', 'big.jsonl', '-o', 'big.html', '-o', 'big.json'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const graph = JSON.parse(fs.readFileSync('big.json', 'utf8'));
    assert.ok(graph.nodes.length >= 4500 && graph.links.length >= 19000, `${graph.nodes.length} nodes, ${graph.links.length} edges`);
    const begin = Date.now();
    const { page, context, problems, counts } = await open(browser, 'big.html');
    const ready = Date.now() - begin;
    assert.deepEqual(await counts().then((c) => [c.shown, c.matching]), [120, graph.links.length]);
    const drawn = await page.evaluate(`(() => { const t = performance.now(); location.hash = 'top=all'; return t; })()`);
    await page.waitForFunction((n) => entente.counts().shown === n, graph.links.length, { timeout: 120000 });
    const all = await page.evaluate(`performance.now()`) - drawn;
    const frames = await page.evaluate(`new Promise((done) => { const times = []; let last = performance.now(); const box = document.getElementById('graph').getBoundingClientRect();
      const step = () => { const now = performance.now(); times.push(now - last); last = now; document.querySelector('#graph canvas').parentElement.dispatchEvent(new WheelEvent('wheel', { deltaY: times.length % 2 ? 20 : -20, clientX: box.x + 300, clientY: box.y + 300, bubbles: true })); if (times.length < 20) requestAnimationFrame(step); else done(times.slice(4).sort((a, b) => a - b)); };
      requestAnimationFrame(step); })`);
    await page.screenshot({ path: 'explorer_big.png' });
    console.log(`  ${graph.nodes.length} nodes, ${graph.links.length} edges: ready in ${ready} ms, all drawn in ${Math.round(all)} ms, a frame while zooming ${Math.round(frames[frames.length >> 1])} ms`);
    assert.deepEqual(problems, []);
    await context.close();
  },
};

(async () => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test(browser);
      console.log(`ok: ${name}`);
    } catch (error) {
      ++failed;
      console.log(`FAILED: ${name}\n${error.stack}`);
    }
  }
  await browser.close();
  process.exit(failed ? 1 : 0);
})();
