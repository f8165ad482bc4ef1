'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const $ = (id) => document.getElementById(id);
  // All text goes in as text: nothing of an article is ever read as HTML.
  const make = (tag, properties = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(properties)) {
      if (key === 'class') node.className = value;
      else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
    }
    node.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== false));
    return node;
  };
  const svg = (tag, properties = {}, ...children) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(properties)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const count = (n, word) => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
  const web = (url) => (/^https?:\/\//i.test(url || '') ? url : null);

  const { nodes, edges, documents, relations, kinds } = data;
  const START = innerWidth < 700 ? 40 : 120;  // relations that a screen has room for
  const TONES = ['conflict', 'neutral', 'cooperation'];
  const STATUSES = ['asserted', 'planned', 'hypothetical', 'ended', 'negated', 'denied'];
  const STATUS_WORDS = { asserted: 'happened or holds', planned: 'planned', hypothetical: 'possible or demanded', ended: 'ended', negated: 'did not happen', denied: 'denied' };
  const QUADS = { 'verbal-cooperation': 'Words of cooperation', 'material-cooperation': 'Acts of cooperation', 'verbal-conflict': 'Words of conflict', 'material-conflict': 'Acts of conflict', '': 'Lasting relations' };
  const byId = new Map(nodes.map((n, i) => [n.id, i]));

  // Days since 1970 of a date of any precision; the last day of it for `end`.
  const dayOf = (text, end) => {
    if (!text) return null;
    const [y, m, d] = text.split('-').map(Number);
    if (d) return Date.UTC(y, m - 1, d) / 864e5;
    return end ? Date.UTC(y, m || 12, 0) / 864e5 : Date.UTC(y, (m || 1) - 1, 1) / 864e5;
  };
  const dateOf = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
  for (const [i, e] of edges.entries()) {
    e.i = i;
    e.tone = TONES[relations[e.type].polarity + 1];
    for (const event of e.events) {
      // An undated event is shown when it was published.
      const published = event.evidence.map((v) => documents[v.d].date).filter(Boolean).sort()[0];
      event.from = dayOf(event.date, false) ?? dayOf(event.until, false) ?? dayOf(published, false);
      event.to = dayOf(event.until, true) ?? dayOf(event.date, true) ?? dayOf(published, true);
    }
  }
  // Somebody's place in a body: there, but not what a reader looks for.
  const belongs = (e) => relations[e.type].belonging;
  const rank = edges.map((e) => e.i).sort((a, b) => belongs(edges[a]) - belongs(edges[b]) || edges[b].sources - edges[a].sources || edges[b].claims - edges[a].claims || edges[b].confidence - edges[a].confidence || a - b);
  const news = edges.flatMap((e) => e.events.filter((v) => v.from !== null).map((v) => v.from)).sort((a, b) => a - b);
  // The time line begins where the news do: a background event of long ago would flatten it.
  const first = news.length ? news[Math.floor(news.length * 0.02)] : 0;
  const last = news.length ? news[news.length - 1] : 0;

  const initial = () => ({ hidden: new Set(), quads: new Set(), statuses: new Set(), sources: 1, confidence: 0, from: null, to: null, focus: null, hops: 1, limit: START, path: null, selected: null, view: 'graph' });
  let state = initial();
  let cy = null;
  let shown = [];

  // Address ------------------------------------------------------------------------------------------------------------
  const writeAddress = () => {
    const p = new URLSearchParams();
    const list = (key, set) => set.size && p.set(key, [...set].sort().join(','));
    list('hide', state.hidden); list('noquad', new Set([...state.quads].map((q) => q || 'lasting'))); list('nostatus', state.statuses);
    if (state.sources > 1) p.set('sources', state.sources);
    if (state.confidence > 0) p.set('confidence', state.confidence);
    if (state.from !== null) p.set('from', dateOf(state.from));
    if (state.to !== null) p.set('to', dateOf(state.to));
    if (state.focus !== null) { p.set('focus', nodes[state.focus].id); if (state.hops > 1) p.set('hops', state.hops); }
    if (state.path) p.set('path', state.path.map((n) => nodes[n].id).join(' '));
    if (state.limit !== START) p.set('top', state.limit === Infinity ? 'all' : state.limit);
    if (state.selected) p.set(state.selected.kind, state.selected.kind === 'node' ? nodes[state.selected.index].id : state.selected.index);
    if (state.view !== 'graph') p.set('view', state.view);
    const text = p.toString();
    if (text !== location.hash.slice(1)) history.replaceState(null, '', text ? `#${text}` : location.href.split('#')[0]);
  };
  const readAddress = () => {
    const p = new URLSearchParams(location.hash.slice(1));
    const next = initial();
    const set = (key) => new Set((p.get(key) || '').split(',').filter(Boolean));
    next.hidden = new Set([...set('hide')].filter((r) => relations[r]));
    next.quads = new Set([...set('noquad')].map((q) => (q === 'lasting' ? '' : q)));
    next.statuses = set('nostatus');
    next.sources = Math.max(1, Number(p.get('sources')) || 1);
    next.confidence = Math.min(1, Math.max(0, Number(p.get('confidence')) || 0));
    const day = (key) => (/^\d{4}-\d\d-\d\d$/.test(p.get(key) || '') ? dayOf(p.get(key)) : null);
    next.from = day('from'); next.to = day('to');
    if (byId.has(p.get('focus'))) next.focus = byId.get(p.get('focus'));
    next.hops = Math.min(4, Math.max(1, Number(p.get('hops')) || 1));
    const path = (p.get('path') || '').split(' ').map((id) => byId.get(id));
    if (path.length === 2 && path.every((n) => n !== undefined)) next.path = path;
    if (p.get('top')) next.limit = p.get('top') === 'all' ? Infinity : Math.max(1, Number(p.get('top')) || START);
    if (byId.has(p.get('node'))) next.selected = { kind: 'node', index: byId.get(p.get('node')) };
    if (p.has('edge') && edges[Number(p.get('edge'))]) next.selected = { kind: 'edge', index: Number(p.get('edge')) };
    if (p.get('view') === 'list') next.view = 'list';
    state = next;
  };

  // What is shown --------------------------------------------------------------------------------------------------------
  const inTime = (v) => (state.from === null && state.to === null) || (v.from !== null && (state.to === null || v.from <= state.to) && (state.from === null || v.to >= state.from));
  const passes = (e) => !state.hidden.has(e.type) && !state.quads.has(e.quad || '') && !state.statuses.has(e.status) && e.sources >= state.sources && e.confidence >= state.confidence && e.events.some(inTime);
  const neighbours = (list) => {
    const out = new Map();
    const put = (a, b, e) => { if (!out.has(a)) out.set(a, []); out.get(a).push([b, e]); };
    for (const e of list) { put(e.s, e.t, e); put(e.t, e.s, e); }
    return out;
  };
  const around = (list, node, hops) => {
    const near = neighbours(list);
    const reached = new Set([node]);
    for (let h = 1; h < hops; ++h) for (const n of [...reached]) for (const [m] of near.get(n) || []) reached.add(m);
    return list.filter((e) => reached.has(e.s) || reached.has(e.t));
  };
  const between = (list, [a, b]) => {
    const near = neighbours(list);
    const before = new Map([[a, null]]);
    for (let queue = [a]; queue.length && !before.has(b);) {
      const next = [];
      for (const n of queue) for (const [m] of near.get(n) || []) if (!before.has(m)) { before.set(m, n); next.push(m); }
      queue = next;
    }
    if (!before.has(b)) return [];
    const steps = new Set();
    for (let n = b; before.get(n) !== null; n = before.get(n)) steps.add(`${n} ${before.get(n)}`);
    return list.filter((e) => steps.has(`${e.s} ${e.t}`) || steps.has(`${e.t} ${e.s}`));
  };
  let matching = 0;
  const choose = () => {
    let list = rank.map((i) => edges[i]).filter(passes);
    if (state.path) list = between(list, state.path);
    else if (state.focus !== null) list = around(list, state.focus, state.hops);
    matching = list.length;
    shown = list.slice(0, state.limit);
    const here = new Set(shown.flatMap((e) => [e.s, e.t]));
    shown.push(...list.slice(state.limit).filter((e) => belongs(e) && here.has(e.s) && here.has(e.t)));
  };

  // Graph ----------------------------------------------------------------------------------------------------------------
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const lineStyle = (status) => (status === 'planned' || status === 'hypothetical' ? 'dashed' : status === 'denied' || status === 'negated' ? 'dotted' : 'solid');
  const SHAPES = { country: 'round-rectangle', official: 'ellipse', person: 'ellipse', organisation: 'hexagon', agreement: 'cut-rectangle', policy: 'barrel', place: 'pentagon', group: 'octagon' };
  const style = () => [
    { selector: 'node', style: { label: 'data(label)', 'font-size': 11, 'text-wrap': 'wrap', 'text-max-width': 110, color: css('ink'), 'text-valign': 'bottom', 'text-margin-y': 4, shape: 'data(shape)', width: 'data(size)', height: 'data(size)', 'background-color': 'data(fill)', 'border-width': 1.4, 'border-color': css('soft'), 'text-outline-width': 2, 'text-outline-color': css('ground'), 'min-zoomed-font-size': 5 } },
    { selector: 'node[type = "country"]', style: { 'font-size': 13, 'font-weight': 600 } },
    { selector: 'edge', style: { width: 'data(width)', 'line-color': 'data(colour)', 'target-arrow-color': 'data(colour)', 'target-arrow-shape': 'data(arrow)', 'arrow-scale': 0.9, 'curve-style': 'bezier', 'line-style': 'data(line)', label: 'data(label)', 'font-size': 9, color: css('soft'), 'text-rotation': 'autorotate', 'text-outline-width': 2, 'text-outline-color': css('ground'), 'min-zoomed-font-size': 5, opacity: 0.85 } },
    { selector: 'edge.belonging', style: { label: '', width: 1, opacity: 0.55, 'target-arrow-shape': 'none' } },
    { selector: 'edge.quiet', style: { label: '' } },
    { selector: 'edge.near, edge:selected', style: { label: 'data(label)', 'z-index': 9 } },
    { selector: '.faint', style: { opacity: 0.15 } },
    { selector: 'node:selected', style: { 'border-width': 3, 'border-color': css('accent') } },
    { selector: 'edge:selected', style: { opacity: 1, 'overlay-color': css('accent'), 'overlay-opacity': 0.15, 'overlay-padding': 4 } },
  ];
  /// Countries on a spiral, those of most lines inside, each with its people and bodies around it: where everybody starts, and
  /// where a graph too large to be moved by forces stays.
  const places = (used, degree) => {
    const groups = new Map();
    for (const n of used) {
      const key = nodes[n].iso3 || '';
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(n);
    }
    const order = [...groups.entries()].map(([key, list]) => [key, list.sort((a, b) => (nodes[b].type === 'country') - (nodes[a].type === 'country') || degree.get(b) - degree.get(a) || a - b)]);
    const weight = (list) => list.reduce((sum, n) => sum + degree.get(n), 0);
    order.sort((a, b) => (a[0] === '') - (b[0] === '') || weight(b[1]) - weight(a[1]) || (a[0] < b[0] ? -1 : 1));
    const at = new Map();
    // Equal areas at the golden angle leave no holes and few overlaps.
    let area = 0, turn = 0;
    const next = (radius) => {
      const own = 4 * radius * radius;
      const r = turn === 0 ? 0 : Math.sqrt((area + own / 2) / Math.PI) * 1.2;
      area += own;
      return { x: r * Math.cos(turn * 2.399963), y: r * Math.sin(turn++ * 2.399963) };
    };
    for (const [key, list] of order) {
      if (key === '') { for (const n of list) at.set(n, next(45)); continue; }
      const { x, y } = next(50 + 30 * Math.sqrt(list.length));
      list.forEach((n, i) => at.set(n, i === 0 ? { x, y } : { x: x + (34 + 28 * Math.sqrt(i)) * Math.cos(i * 2.399963), y: y + (34 + 28 * Math.sqrt(i)) * Math.sin(i * 2.399963) }));
    }
    return at;
  };
  const dark = () => document.documentElement.dataset.theme === 'dark';
  const fillOf = (type) => (dark() ? { country: '#2f4c6b', official: '#5c5124', person: '#3a424c', organisation: '#345038', agreement: '#4b3c5e', policy: '#643f36', place: '#3a3f45', group: '#2f5456' }[type] : kinds[type].fill);
  const bundle = () => {
    const bundles = new Map();
    for (const e of shown) {
      const symmetric = relations[e.type].symmetric;
      const key = [e.s, e.t, e.tone, lineStyle(e.status), symmetric].join(' ');
      if (!bundles.has(key)) bundles.set(key, { list: [], symmetric });
      bundles.get(key).list.push(e);
    }
    return [...bundles.values()];
  };
  const drawGraph = () => {
    const degree = new Map();
    for (const e of shown) for (const n of [e.s, e.t]) degree.set(n, (degree.get(n) || 0) + 1);
    const used = [...degree.keys()].sort((a, b) => a - b);
    const at = places(used, degree);
    const elements = used.map((n) => ({ group: 'nodes', data: { id: `n${n}`, n, label: nodes[n].label, type: nodes[n].type, shape: SHAPES[nodes[n].type] || 'ellipse', fill: fillOf(nodes[n].type), size: Math.min(54, (nodes[n].type === 'country' ? 22 : 14) + 3.2 * Math.sqrt(degree.get(n))) }, position: at.get(n) }));
    for (const { list, symmetric } of bundle()) {
      const e = list[0];
      const sources = Math.max(...list.map((x) => x.sources));
      const label = relations[e.type].label + (list.length > 1 ? ` +${list.length - 1}` : '');
      elements.push({ group: 'edges', classes: list.every(belongs) ? 'belonging' : '', data: { id: `e${e.i}`, e: e.i, all: list.map((x) => x.i), source: `n${e.s}`, target: `n${e.t}`, label, width: Math.min(6, 1.1 + Math.sqrt(sources - 1) * 1.1), colour: css(e.tone), arrow: symmetric ? 'none' : 'triangle', line: lineStyle(e.status) } });
    }
    const many = shown.length > 700;
    if (cy) cy.destroy();
    cy = cytoscape({ container: $('graph'), elements, style: style(), minZoom: 0.03, maxZoom: 4, hideEdgesOnViewport: shown.length > 4000, textureOnViewport: shown.length > 2000, pixelRatio: shown.length > 4000 ? 1 : 'auto', layout: { name: 'preset', fit: true, padding: 40 }, boxSelectionEnabled: false });
    if (used.length <= 320 && used.length > 1) {
      const across = Math.sqrt(used.length) * 95;
      cy.layout({ name: 'cose', randomize: false, animate: false, fit: true, padding: 40, nodeRepulsion: () => 15000, idealEdgeLength: () => 88, edgeElasticity: () => 90, gravity: 0.6, numIter: used.length > 150 ? 500 : 900, nodeDimensionsIncludeLabels: true, boundingBox: { x1: 0, y1: 0, w: across * 1.5, h: across } }).run();
    }
    // Where there are many lines, their words wait for somebody to come nearer.
    let quiet = null;
    const quieten = () => {
      const next = shown.length > 40 && cy.zoom() < 1.3;
      if (next !== quiet) cy.edges().not('.belonging').toggleClass('quiet', next);
      quiet = next;
    };
    quieten();
    cy.on('zoom', quieten);
    cy.on('tap', 'node', (event) => select({ kind: 'node', index: event.target.data('n') }));
    cy.on('tap', 'edge', (event) => select({ kind: 'edge', index: event.target.data('e'), all: event.target.data('all') }));
    cy.on('tap', (event) => { if (event.target === cy) select(null); });
    cy.on('mouseover', 'node', (event) => { if (!many) { const near = event.target.closedNeighborhood(); cy.elements().not(near).addClass('faint'); near.edges().addClass('near'); } });
    cy.on('mouseout', 'node', () => cy.elements().removeClass('faint near'));
    cy.on('mouseover', 'edge', (event) => event.target.addClass('near'));
    cy.on('mouseout', 'edge', (event) => event.target.removeClass('near'));
  };
  const mark = () => {
    if (!cy) return;
    cy.elements().unselect();
    if (!state.selected) return;
    if (state.selected.kind === 'node') cy.$id(`n${state.selected.index}`).select();
    else cy.edges().filter((e) => e.data('all').includes(state.selected.index)).select();
  };

  // List -----------------------------------------------------------------------------------------------------------------
  const drawList = () => {
    const rows = shown.slice(0, 2000).map((e) => make('tr', {},
      make('td', {}, make('button', { class: 'plain', onclick: () => select({ kind: 'node', index: e.s }) }, nodes[e.s].label)),
      make('td', {}, make('button', { class: `plain tone-${e.tone}`, onclick: () => select({ kind: 'edge', index: e.i }), 'aria-label': `${nodes[e.s].label} ${relations[e.type].label} ${nodes[e.t].label}: quotes` }, relations[e.type].label)),
      make('td', {}, make('button', { class: 'plain', onclick: () => select({ kind: 'node', index: e.t }) }, nodes[e.t].label)),
      make('td', {}, STATUS_WORDS[e.status]), make('td', {}, e.date || ''), make('td', { class: 'n' }, String(e.sources)), make('td', { class: 'n' }, e.confidence.toFixed(2))));
    $('list').replaceChildren(make('table', {}, make('thead', {}, make('tr', {}, ...['Who', 'does what', 'to whom', 'Standing', 'First', 'Sources', 'Confidence'].map((h) => make('th', { scope: 'col' }, h)))), make('tbody', {}, rows)));
  };

  // Details --------------------------------------------------------------------------------------------------------------
  const quoteOf = (v) => {
    // Byte spans of the quote, marked; they may overlap or be missing.
    const bytes = new TextEncoder().encode(v.q);
    const text = (a, b) => new TextDecoder().decode(bytes.slice(a, b));
    const spans = [[v.a, 'b'], [v.b, 'b'], [v.t, 'mark']].filter(([s]) => s && s[0] < s[1] && s[1] <= bytes.length).sort((x, y) => x[0][0] - y[0][0]);
    const out = [];
    let at = 0;
    for (const [[begin, end], tag] of spans) {
      if (begin < at) continue;
      out.push(text(at, begin), make(tag, {}, text(begin, end)));
      at = end;
    }
    out.push(text(at, bytes.length));
    return out;
  };
  const evidence = (v) => {
    const d = documents[v.d];
    const title = d.title || d.url || d.id;
    const link = web(d.url) ? make('a', { href: d.url, target: '_blank', rel: 'noopener noreferrer' }, title) : title;
    return make('blockquote', {}, make('p', {}, quoteOf(v)), make('footer', {}, [d.source, d.date].filter(Boolean).join(', '), d.source || d.date ? ' · ' : '', link, v.speaker ? ` · said by ${v.speaker}` : ''));
  };
  const edgeBlock = (e) => make('section', { class: 'edge' },
    make('div', { class: 'head' }, make('button', { class: 'plain', onclick: () => select({ kind: 'node', index: e.s }) }, nodes[e.s].label), make('span', { class: `tone-${e.tone}` }, ` ${relations[e.type].label} `), make('button', { class: 'plain', onclick: () => select({ kind: 'node', index: e.t }) }, nodes[e.t].label)),
    make('div', { class: 'meta' }, [STATUS_WORDS[e.status], e.office, e.plover && `${e.plover} ${e.cameo || ''}`.trim(), e.affected !== undefined && e.affected !== null ? `affects ${nodes[e.affected].label}` : null, count(e.sources, 'source'), `confidence ${e.confidence.toFixed(2)}`].filter(Boolean).join(' · ')),
    ...e.events.filter(inTime).map((event) => make('div', {}, event.date ? make('div', { class: 'meta' }, event.date + (event.until ? ` – ${event.until}` : '')) : null, event.evidence.slice(0, 12).map(evidence))));
  const close = () => make('button', { class: 'close', 'aria-label': 'Close details', onclick: () => select(null) }, '×');
  const chart = (list) => {
    const days = list.flatMap((e) => e.events.filter((v) => v.from !== null && v.from >= first).map((v) => [v.from, e.tone]));
    if (days.length < 2) return null;
    const lo = Math.min(...days.map((d) => d[0])), hi = Math.max(...days.map((d) => d[0]));
    const bins = 24, width = Math.max(1, (hi - lo + 1) / bins);
    const stacks = Array.from({ length: bins }, () => ({ conflict: 0, neutral: 0, cooperation: 0 }));
    for (const [d, tone] of days) stacks[Math.min(bins - 1, Math.floor((d - lo) / width))][tone]++;
    const top = Math.max(...stacks.map((s) => s.conflict + s.neutral + s.cooperation));
    const out = svg('svg', { viewBox: '0 0 336 84', class: 'chart', role: 'img', 'aria-label': `Events from ${dateOf(lo)} to ${dateOf(hi)}` });
    stacks.forEach((s, i) => { let y = 66; for (const tone of ['conflict', 'neutral', 'cooperation']) { const h = (s[tone] / top) * 60; y -= h; if (h) out.append(svg('rect', { x: i * 14 + 1, y, width: 12, height: h, fill: css(tone) })); } });
    out.append(svg('text', { x: 1, y: 80 }), svg('text', { x: 335, y: 80, 'text-anchor': 'end' }));
    out.querySelectorAll('text')[0].textContent = dateOf(lo); out.querySelectorAll('text')[1].textContent = dateOf(hi);
    return out;
  };
  const nodeBlock = (n) => {
    const node = nodes[n];
    const mine = rank.map((i) => edges[i]).filter((e) => (e.s === n || e.t === n || e.affected === n) && passes(e));
    const row = (e) => make('button', { class: 'relation', onclick: () => select({ kind: 'edge', index: e.i }) }, make('span', {}, e.s === n ? '' : `${nodes[e.s].label} `, make('span', { class: `tone-${e.tone}` }, relations[e.type].label), e.t === n ? '' : ` ${nodes[e.t].label}`, e.status === 'asserted' ? '' : ` (${STATUS_WORDS[e.status]})`), make('span', { class: 'n' }, e.date || ''));
    const section = (title, list) => (list.length ? [make('h3', {}, title), ...list.slice(0, 60).map(row), list.length > 60 ? make('p', { class: 'sub' }, `and ${list.length - 60} more: see the list`) : null] : []);
    const when = chart(mine);
    const offices = mine.filter(belongs);
    const pacts = mine.filter((e) => !offices.includes(e) && [e.s, e.t].some((m) => m !== n && ['agreement', 'policy'].includes(nodes[m].type)));
    const rest = mine.filter((e) => !offices.includes(e) && !pacts.includes(e));
    return [close(), make('h2', {}, node.label),
      make('p', { class: 'sub' }, [kinds[node.type].label, node.iso3, node.aliases.length ? `also: ${node.aliases.slice(0, 8).join(', ')}` : null].filter(Boolean).join(' · ')),
      node.wikidata ? make('p', {}, make('a', { href: `https://www.wikidata.org/wiki/${encodeURIComponent(node.wikidata)}`, target: '_blank', rel: 'noopener noreferrer' }, 'Wikidata')) : null,
      make('div', { class: 'chips' },
        make('button', { 'aria-pressed': String(state.focus === n && !state.path), onclick: () => change({ focus: state.focus === n ? null : n, path: null }) }, 'Only around it'),
        ...[1, 2, 3].filter(() => state.focus === n && !state.path).map((h) => make('button', { 'aria-pressed': String(state.hops === h), onclick: () => change({ hops: h }) }, h === 1 ? '1 step' : `${h} steps`)),
        make('button', { onclick: () => askPath(n) }, 'Path to …')),
      when ? make('h3', {}, 'When') : null, when,
      ...section('Offices and membership', offices), ...section('Agreements and policies', pacts), ...section('Does', rest.filter((e) => e.s === n)), ...section('Is done to it', rest.filter((e) => e.s !== n))];
  };
  const drawDetails = () => {
    const panel = $('details');
    panel.hidden = !state.selected;
    if (!state.selected) return panel.replaceChildren();
    if (state.selected.kind === 'node') panel.replaceChildren(...nodeBlock(state.selected.index).filter(Boolean));
    else {
      const e = edges[state.selected.index];
      const all = (state.selected.all || [e.i]).map((i) => edges[i]);
      const others = edges.filter((x) => !all.includes(x) && ((x.s === e.s && x.t === e.t) || (x.s === e.t && x.t === e.s)) && passes(x)).slice(0, 40);
      panel.replaceChildren(close(), make('h2', {}, `${nodes[e.s].label} – ${nodes[e.t].label}`), make('p', { class: 'sub' }, 'What the articles say'), ...all.map(edgeBlock), others.length ? make('h3', {}, 'Also between the two') : '', ...others.map(edgeBlock));
    }
    panel.scrollTop = 0;
  };
  let wanted = null;
  const askPath = (n) => { wanted = n; $('search').value = ''; $('search').placeholder = `Path from ${nodes[n].label} to …`; $('search').focus(); };
  const select = (next) => {
    const before = document.activeElement;
    state.selected = next;
    drawDetails(); mark(); writeAddress();
    if (next && before && !$('graph').contains(before)) $('details').focus({ preventScroll: true });
    if (cy) cy.resize();
  };

  // Filters --------------------------------------------------------------------------------------------------------------
  const toggle = (set, value) => { if (set.has(value)) set.delete(value); else set.add(value); redraw(); };
  const box = (set, value, words, n, tone) => make('label', {}, make('input', { type: 'checkbox', checked: !set.has(value), onchange: () => toggle(set, value) }), tone ? make('span', { class: `dot bg-${tone}` }) : null, make('span', {}, words), make('span', { class: 'n' }, n.toLocaleString('en')));
  const tally = (key) => { const out = new Map(); for (const e of edges) out.set(key(e), (out.get(key(e)) || 0) + 1); return out; };
  const drawFilters = () => {
    const quads = tally((e) => e.quad || ''), statuses = tally((e) => e.status), types = tally((e) => e.type);
    const most = Math.max(1, ...edges.map((e) => e.sources));
    const toneOf = (q) => (q.endsWith('conflict') ? 'conflict' : q ? 'cooperation' : 'neutral');
    const slider = (id, words, value, min, max, step, show, put) => [make('h3', {}, make('label', { for: id }, words, make('span', { class: 'n', id: `${id}-n` }, show(value)))), make('input', { id, type: 'range', min, max, step, value, oninput: (ev) => { $(`${id}-n`).textContent = show(Number(ev.target.value)); }, onchange: (ev) => { put(Number(ev.target.value)); redraw(); } })];
    $('filters').replaceChildren(make('h3', {}, 'Tone'), ...Object.keys(QUADS).filter((q) => quads.has(q)).map((q) => box(state.quads, q, QUADS[q], quads.get(q), toneOf(q))),
      make('h3', {}, 'Standing'), ...STATUSES.filter((s) => statuses.has(s)).map((s) => box(state.statuses, s, STATUS_WORDS[s], statuses.get(s))),
      ...(most > 1 ? slider('f-sources', 'Independent sources, at least', state.sources, 1, Math.min(20, most), 1, String, (v) => { state.sources = v; }) : []),
      ...slider('f-confidence', 'Confidence, at least', state.confidence, 0, 1, 0.05, (v) => v.toFixed(2), (v) => { state.confidence = v; }),
      make('h3', {}, 'Relations'), make('details', { open: state.hidden.size > 0 }, make('summary', {}, state.hidden.size ? `${state.hidden.size} hidden` : `all ${types.size}`),
        make('div', {}, make('button', { class: 'plain', onclick: () => { state.hidden = state.hidden.size ? new Set() : new Set(types.keys()); redraw(); } }, state.hidden.size ? 'show all' : 'hide all')),
        ...[...types.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([t, n]) => box(state.hidden, t, relations[t].label, n, TONES[relations[t].polarity + 1]))),
      make('p', { class: 'reset' }, make('br'), make('button', { onclick: () => { const { view } = state; state = initial(); state.view = view; redraw(); } }, 'Reset the view')));
  };

  // Time -----------------------------------------------------------------------------------------------------------------
  let playing = null;
  const drawTime = () => {
    if (!news.length || last <= first) { $('time').hidden = true; return; }
    const from = state.from ?? first, to = state.to ?? last;
    const bins = 80, width = (last - first + 1) / bins, counts = new Array(bins).fill(0);
    for (const d of news) if (d >= first) counts[Math.min(bins - 1, Math.floor((d - first) / width))]++;
    const top = Math.max(...counts);
    const bars = svg('svg', { viewBox: `0 0 ${bins} 30`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    counts.forEach((n, i) => { const day = first + i * width; if (n) bars.append(svg('rect', { x: i + 0.1, y: 30 - (n / top) * 28, width: 0.8, height: (n / top) * 28, fill: day + width >= from && day <= to ? css('accent') : css('line') })); });
    const range = (label, value, put) => make('input', { type: 'range', min: first, max: last, step: 1, value: Math.min(last, Math.max(first, value)), 'aria-label': label, 'aria-valuetext': dateOf(value), oninput: (ev) => { put(Number(ev.target.value)); words.textContent = text(); }, onchange: () => { stop(); redraw(); } });
    const text = () => `${dateOf(state.from ?? first)} – ${dateOf(state.to ?? last)}`;
    const words = make('span', { class: 'range' }, text());
    $('time').replaceChildren(
      make('button', { 'aria-label': playing ? 'Stop' : 'Play through time', onclick: () => (playing ? stop(true) : play()) }, playing ? '❚❚' : '▶'),
      words, make('div', { class: 'track' }, bars, range('From', from, (v) => { state.from = v <= first ? null : Math.min(v, state.to ?? last); }), range('To', to, (v) => { state.to = v >= last ? null : Math.max(v, state.from ?? first); })),
      state.from !== null || state.to !== null ? make('button', { onclick: () => { stop(); change({ from: null, to: null }); } }, 'All time') : '');
  };
  const stop = (draw) => { clearInterval(playing); playing = null; if (draw) drawTime(); };
  const play = () => {
    const span = Math.max(1, Math.ceil((last - first) / 12)), step = Math.max(1, Math.ceil(span / 2));
    let at = state.to !== null && state.to < last ? state.to : first;
    const tick = () => {
      at += step;
      state.from = Math.max(first, at - span); state.to = at >= last ? null : at;
      if (at >= last) stop();
      redraw(true);
    };
    playing = setInterval(tick, 1200);
    tick();
  };

  // All together -------------------------------------------------------------------------------------------------------
  const tell = () => {
    const parts = [];
    if (state.path) parts.push(matching ? `Path from ${nodes[state.path[0]].label} to ${nodes[state.path[1]].label}` : `No path from ${nodes[state.path[0]].label} to ${nodes[state.path[1]].label}`);
    else if (state.focus !== null) parts.push(`Around ${nodes[state.focus].label}`);
    parts.push(shown.length < matching ? `the ${shown.length.toLocaleString('en')} best supported of ${count(matching, 'relation')}` : count(matching, 'relation'));
    $('status').replaceChildren(parts.join(': '),
      shown.length < matching ? make('button', { onclick: () => change({ limit: Math.min(state.limit * 4, matching) }) }, 'More') : '',
      shown.length < matching && matching > state.limit * 4 ? make('button', { onclick: () => change({ limit: Infinity }) }, 'All') : '',
      state.limit > START ? make('button', { onclick: () => change({ limit: START }) }, 'Fewer') : '',
      state.focus !== null || state.path ? make('button', { onclick: () => change({ focus: null, path: null }) }, 'Show everybody') : '');
  };
  const redraw = (keepFilters) => {
    choose();
    document.body.dataset.view = state.view;
    $('graph').hidden = $('zoom').hidden = $('legend').hidden = state.view !== 'graph';
    $('list').hidden = state.view !== 'list';
    // What takes room comes first, so that the graph fits what is left.
    if (!keepFilters) drawFilters();
    drawTime();
    $('status').classList.toggle('gone', state.view !== 'graph');
    $('graph-button').setAttribute('aria-pressed', state.view === 'graph'); $('list-button').setAttribute('aria-pressed', state.view === 'list');
    drawDetails();
    if (state.view === 'graph') drawGraph(); else { if (cy) cy.destroy(); cy = null; drawList(); }
    mark(); tell(); writeAddress();
  };
  const change = (part) => { Object.assign(state, part); redraw(); };

  // Search
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const names = nodes.map((n) => [n.label, ...n.aliases].map(fold));
  let found = [], marked = -1;
  const showFound = () => {
    $('found').hidden = !found.length;
    $('search').setAttribute('aria-expanded', String(found.length > 0));
    $('found').replaceChildren(...found.map((n, i) => make('li', { role: 'option', id: `found-${i}`, 'aria-selected': String(i === marked), onmousedown: (ev) => { ev.preventDefault(); pick(n); } }, nodes[n].label, make('small', {}, ` ${kinds[nodes[n].type].label}${nodes[n].iso3 ? `, ${nodes[n].iso3}` : ''}`))));
    if (marked >= 0) $('search').setAttribute('aria-activedescendant', `found-${marked}`); else $('search').removeAttribute('aria-activedescendant');
  };
  const pick = (n) => {
    found = []; marked = -1; $('search').value = ''; showFound();
    if (wanted !== null && wanted !== n) { const path = [wanted, n]; wanted = null; $('search').placeholder = 'Find an actor …'; change({ path, focus: null }); return; }
    wanted = null; $('search').placeholder = 'Find an actor …';
    if (!shown.some((e) => e.s === n || e.t === n)) { state.focus = n; state.path = null; state.selected = { kind: 'node', index: n }; redraw(); } else select({ kind: 'node', index: n });
    if (cy) cy.animate({ center: { eles: cy.$id(`n${n}`) }, zoom: Math.max(cy.zoom(), 1) }, { duration: 250 });
  };
  $('search').addEventListener('input', () => {
    const text = fold($('search').value.trim());
    found = text ? nodes.map((n, i) => [names[i].some((x) => x.startsWith(text)) ? 0 : names[i].some((x) => x.includes(text)) ? 1 : 2, -n.claims, i]).filter((x) => x[0] < 2).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 12).map((x) => x[2]) : [];
    marked = found.length ? 0 : -1; showFound();
  });
  $('search').addEventListener('keydown', (ev) => {
    if (ev.key === 'ArrowDown' || ev.key === 'ArrowUp') { marked = found.length ? (marked + (ev.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length : -1; showFound(); ev.preventDefault(); }
    if (ev.key === 'Enter' && found.length) pick(found[Math.max(0, marked)]);
    if (ev.key === 'Escape') { found = []; wanted = null; $('search').placeholder = 'Find an actor …'; showFound(); }
  });
  $('search').addEventListener('blur', () => { found = []; showFound(); });

  // Keys in the graph: arrows go to the nearest actor that way.
  $('graph').addEventListener('keydown', (ev) => {
    if (!cy || !cy.nodes().length) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[ev.key];
    if (way) {
      const here = state.selected && state.selected.kind === 'node' ? cy.$id(`n${state.selected.index}`) : cy.collection();
      let best = null, least = Infinity;
      for (const node of cy.nodes()) {
        if (!here.length) { const d = -node.degree(); if (d < least) { least = d; best = node; } continue; }
        const dx = node.position('x') - here.position('x'), dy = node.position('y') - here.position('y');
        const along = dx * way[0] + dy * way[1], aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
        if (along > 1 && along + 2 * aside < least) { least = along + 2 * aside; best = node; }
      }
      if (best) { select({ kind: 'node', index: best.data('n') }); cy.center(best); $('graph').focus(); }
      ev.preventDefault();
    } else if (ev.key === 'Enter' && state.selected) { $('details').focus(); } else if (ev.key === 'Escape') { select(null); } else if (ev.key === '+' || ev.key === '-') { cy.zoom({ level: cy.zoom() * (ev.key === '+' ? 1.25 : 0.8), renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }); }
  });
  $('details').addEventListener('keydown', (ev) => { if (ev.key === 'Escape') { select(null); $('graph').focus(); } });
  document.addEventListener('keydown', (ev) => { if (ev.key === '/' && !/INPUT|TEXTAREA/.test(document.activeElement.tagName)) { $('search').focus(); ev.preventDefault(); } });
  const zoom = (by) => cy && cy.animate({ zoom: { level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } } }, { duration: 150 });
  $('zoom-in').addEventListener('click', () => zoom(1.4)); $('zoom-out').addEventListener('click', () => zoom(1 / 1.4)); $('zoom-fit').addEventListener('click', () => cy && cy.animate({ fit: { padding: 40 } }, { duration: 200 }));

  // Buttons
  $('graph-button').addEventListener('click', () => change({ view: 'graph' }));
  $('list-button').addEventListener('click', () => change({ view: 'list' }));
  const setFilters = (open) => { $('filters').hidden = !open; $('filter-button').setAttribute('aria-expanded', String(open)); if (cy) { cy.resize(); cy.fit(undefined, 40); } };
  $('filter-button').addEventListener('click', () => setFilters($('filters').hidden));
  const menu = (open) => { $('save-menu').hidden = !open; $('save-button').setAttribute('aria-expanded', String(open)); };
  $('save-button').addEventListener('click', (ev) => { menu($('save-menu').hidden); ev.stopPropagation(); });
  document.addEventListener('click', () => menu(false));
  document.addEventListener('keydown', (ev) => { if (ev.key === 'Escape') menu(false); });
  const save = (blob, name) => { const a = make('a', { href: URL.createObjectURL(blob), download: name }); document.body.append(a); a.click(); a.remove(); setTimeout(() => URL.revokeObjectURL(a.href), 5000); };
  const drawing = () => {
    const box_ = cy.elements().boundingBox(), pad = 24;
    const out = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${box_.x1 - pad} ${box_.y1 - pad} ${box_.w + 2 * pad} ${box_.h + 2 * pad}`, width: Math.ceil(box_.w + 2 * pad), height: Math.ceil(box_.h + 2 * pad), 'font-family': 'DejaVu Sans, sans-serif' });
    const text = (x, y, size, colour, words, weight) => { const t = svg('text', { x, y, 'font-size': size, fill: colour, 'text-anchor': 'middle', 'font-weight': weight || 400, stroke: css('ground'), 'stroke-width': 2, 'paint-order': 'stroke' }); t.textContent = words; return t; };
    out.append(svg('rect', { x: box_.x1 - pad, y: box_.y1 - pad, width: box_.w + 2 * pad, height: box_.h + 2 * pad, fill: css('ground') }));
    for (const e of cy.edges()) {
      const a = e.sourceEndpoint(), b = e.targetEndpoint(), m = e.midpoint(), c = { x: 2 * m.x - (a.x + b.x) / 2, y: 2 * m.y - (a.y + b.y) / 2 };
      out.append(svg('path', { d: `M${a.x},${a.y} Q${c.x},${c.y} ${b.x},${b.y}`, fill: 'none', stroke: e.data('colour'), 'stroke-width': e.data('width'), 'stroke-dasharray': { dashed: '7 5', dotted: '2 4', solid: 'none' }[e.data('line')] }));
      if (e.data('arrow') !== 'none') { const t = Math.atan2(b.y - c.y, b.x - c.x), s = 5 + e.data('width'); out.append(svg('path', { d: `M${b.x},${b.y} L${b.x - s * 1.6 * Math.cos(t - 0.4)},${b.y - s * 1.6 * Math.sin(t - 0.4)} L${b.x - s * 1.6 * Math.cos(t + 0.4)},${b.y - s * 1.6 * Math.sin(t + 0.4)} Z`, fill: e.data('colour') })); }
      if (!e.hasClass('quiet') && !e.hasClass('belonging')) out.append(text(m.x, m.y, 9, css('soft'), e.data('label')));
    }
    for (const n of cy.nodes()) { const p = n.position(), r = n.data('size') / 2; out.append(n.data('type') === 'country' ? svg('rect', { x: p.x - r, y: p.y - r, width: 2 * r, height: 2 * r, rx: 5, fill: n.data('fill'), stroke: css('soft') }) : svg('circle', { cx: p.x, cy: p.y, r, fill: n.data('fill'), stroke: css('soft') }), text(p.x, p.y + r + 13, n.data('type') === 'country' ? 13 : 11, css('ink'), n.data('label'), n.data('type') === 'country' ? 600 : 400)); }
    return new XMLSerializer().serializeToString(out);
  };
  for (const button of document.querySelectorAll('[data-save]')) button.addEventListener('click', () => {
    menu(false);
    if (button.dataset.save === 'link') { writeAddress(); if (navigator.clipboard) navigator.clipboard.writeText(location.href).catch(() => {}); $('status').textContent = `This view: ${location.href}`; return; }
    if (state.view !== 'graph') change({ view: 'graph' });
    if (button.dataset.save === 'png') save(cy.png({ output: 'blob', full: true, scale: 2, bg: css('ground'), maxWidth: 8000, maxHeight: 8000 }), 'graph.png');
    else save(new Blob([drawing()], { type: 'image/svg+xml' }), 'graph.svg');
  });
  const theme = (name) => { document.documentElement.dataset.theme = name; };
  theme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  $('theme-button').addEventListener('click', () => { theme(dark() ? 'light' : 'dark'); redraw(); });
  addEventListener('hashchange', () => { readAddress(); redraw(); });

  // Start
  $('title').textContent = data.title || 'Who does what to whom';
  document.title = `${data.title || 'Who does what to whom'} – entente`;
  $('source-line').textContent = data.line;
  $('legend').replaceChildren(...[['conflict', 'conflict'], ['cooperation', 'cooperation'], ['neutral', 'neutral']].map(([t, w]) => make('li', {}, make('span', { class: `dot bg-${t}` }), w)), make('li', {}, make('span', { class: 'dash planned' }), 'planned or possible'), make('li', {}, make('span', { class: 'dash denied' }), 'denied or did not happen'), make('li', {}, 'thicker: more sources'));
  if (innerWidth <= 860) setFilters(false);
  readAddress();
  redraw();
  window.entente = { ready: true, counts: () => ({ shown: shown.length, matching, nodes: cy ? cy.nodes().length : 0 }), state: () => state };
})();
