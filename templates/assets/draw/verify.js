// Repeats a draw in the browser, step by step, from the same bundle that everybody can download.
// docs/draw.md tells what is hashed. The beacon's signature is not checked here.
const where = document.getElementById('draw-check');
const words = where.dataset;
const NAME = new TextEncoder().encode('RONDE-DRAW-1');

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (array) => Array.from(array, (byte) => byte.toString(16).padStart(2, '0')).join('');
const number = (value) => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);

async function sha256(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

async function rootOf(leaves) {
  if (leaves.length === 1) return leaves[0];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const left = await rootOf(leaves.slice(0, split));
  const right = await rootOf(leaves.slice(split));
  return sha256(new Uint8Array([1]), left, right);
}

async function seal(entries) {
  if (entries.length === 0) return hex(await sha256());
  const leaves = await Promise.all(
    entries.map((entry) =>
      sha256(new Uint8Array([0]), NAME, bytes(entry.pseudonym), number(entry.tickets))));
  return hex(await rootOf(leaves));
}

async function smallest(entry, seed) {
  let best = null;
  for (let ticket = 0; ticket < entry.tickets; ticket++) {
    const key = hex(await sha256(seed, bytes(entry.pseudonym), number(ticket)));
    if (best === null || key < best.key) best = { pseudonym: entry.pseudonym, key, ticket };
  }
  return best;
}

function tell(right, text, detail) {
  const line = document.createElement('p');
  line.className = right ? 'check-ok' : 'check-bad';
  line.textContent = (right ? '✓ ' : '✗ ' + words.bad + ' ') + text;
  if (detail) {
    const code = document.createElement('code');
    code.className = 'contest-hash';
    code.textContent = detail;
    line.append(document.createElement('br'), code);
  }
  where.append(line);
  return right;
}

function tellBeacon(round) {
  const line = document.createElement('p');
  const link = document.createElement('a');
  link.href = 'https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/' + round;
  link.textContent = link.href;
  link.className = 'contest-hash';
  link.rel = 'noreferrer';
  line.append('? ' + words.beacon + ' ', link);
  where.append(line);
}

async function checkDraw(draw, bundle, list) {
  let good = true;
  if (draw.source === 'commitment') {
    let link = bytes(draw.randomness);
    for (let i = 0; i < draw.round; i++) link = await sha256(link);
    good = tell(hex(link) === bundle.rules.commitment, words.chain, draw.randomness) && good;
  } else {
    tellBeacon(draw.round);
  }
  const seed = await sha256(
    NAME, bytes(bundle.contest.replaceAll('-', '')), bytes(await seal(list)), bytes(draw.randomness));
  good = tell(hex(seed) === draw.seed, words.seed, draw.seed) && good;
  const out = new Set(draw.excluded);
  const keys = await Promise.all(
    list.filter((entry) => !out.has(entry.pseudonym)).map((entry) => smallest(entry, seed)));
  keys.sort((a, b) => (a.key < b.key ? -1 : 1));
  const expected = draw.prizes.slice(0, keys.length).map((prize, k) => ({ prize, ...keys[k] }));
  const same =
    expected.length === draw.winners.length &&
    expected.every((one, k) => {
      const winner = draw.winners[k];
      return one.prize === winner.prize && one.pseudonym === winner.pseudonym &&
        one.ticket === winner.ticket && one.key === winner.key;
    });
  return tell(same, words.winners, draw.winners.map((winner) => winner.pseudonym).join(' ')) && good;
}

async function check() {
  where.textContent = words.checking;
  const bundle = await (await fetch(words.bundle)).json();
  where.textContent = '';
  if (!globalThis.crypto?.subtle) {
    where.textContent = words.insecure;
    return;
  }
  let list = bundle.list.entries;
  let good = tell((await seal(list)) === bundle.list.root, words.list, bundle.list.root);
  for (const amendment of bundle.amendments) {
    list = list.filter((entry) => !amendment.struck.includes(entry.pseudonym));
    good = tell((await seal(list)) === amendment.root, words.amendments, amendment.root) && good;
  }
  for (const draw of bundle.draws) good = (await checkDraw(draw, bundle, list)) && good;
  if (good) {
    const all = document.createElement('p');
    all.className = 'check-all';
    all.textContent = words.all;
    where.append(all);
  }
}

check();
