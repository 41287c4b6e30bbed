// Tìm kiếm trên bảng vàng. Chỉ mục do chương trình viết ra khi xuất bản; docs/tim-kiem.md mô tả định dạng và lý do.
(() => {
'use strict';
const form = document.getElementById('tim');
if (!form) return;
const at = id => document.getElementById(id);
const status = at('tim-dem'), results = at('tim-ket-qua'), more = at('tim-them'), filters = at('tim-loc'), placeFilter = at('tim-noi');
const facets = ['nam', 'linh-vuc', 'loai', 'cap', 'ke-hoach'];
const perPage = 10;

// ----- Chữ: cùng một cách gấp với Sources/Vietnamese/WordForm.swift -----

const tones = {'\u0300': 1, '\u0309': 2, '\u0303': 3, '\u0301': 4, '\u0323': 5};
const joined = {'a\u0302': 'â', 'e\u0302': 'ê', 'o\u0302': 'ô', 'a\u0306': 'ă', 'o\u031b': 'ơ', 'u\u031b': 'ư'};
const plainOf = {ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd'};
const spelt = {æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ð: 'đ', ɖ: 'đ', ø: 'o', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i', ŋ: 'n', ƀ: 'b', ɓ: 'b',
  ſ: 's', ĳ: 'ij', ǉ: 'lj', ǌ: 'nj', '¹': '1', '²': '2', '³': '3'};
const hidden = '\u00ad\u200b-\u200d\u2060\ufeff';
// Số có dấu ngăn hàng nghìn là một chữ (1.548 là 1548): cùng một luật với Sources/Vietnamese/ThousandsMark.swift.
const groups = (mark, least) => `(?:${mark}\\d{3}(?!\\d)){${least},}`;
const figure = [groups('\\.', 1), groups('\u00a0', 1), groups('\u202f', 1), groups(',', 2)].join('|');
const part = `[\\p{L}\\p{N}\\p{M}${hidden}]`;
const wordPattern = new RegExp(`[1-9]\\d{0,2}(?:${figure})${part}*|${part}+`, 'gu'), hiddenPattern = new RegExp(`[.,\u00a0\u202f${hidden}]`);

const plain = letters => letters.replace(/[ăâêôơưđ]/g, c => plainOf[c]);

/** Một chữ đã gõ: chữ cái, thanh, khóa tra cứu; `raw` chưa đổi y thành i, dùng khi chữ còn gõ dở. Rỗng thì không có gì. */
function wordForm(text) {
  let raw = '', tone = 0;
  for (const c of text.toLowerCase().normalize('NFD')) {
    if (c >= '\u0300' && c < '\u0370') {
      const last = raw.slice(-1);
      if (joined[last + c]) raw = raw.slice(0, -1) + joined[last + c];
      else if (last && tones[c] && 'aăâeêioôơuưy'.includes(last)) tone = tones[c];
    } else if (!hiddenPattern.test(c)) raw += spelt[c] || c;
  }
  if (!raw) return null;
  raw = raw.normalize('NFC');
  const letters = raw.replace(/^(qu|[bcdđfghjklmnpqrstvwxz]*)y$/, '$1i');
  return {raw, letters, tone, key: plain(letters)};
}

const words = text => (text.match(wordPattern) || []).map(wordForm).filter(Boolean);

/** Dấu đã gõ thì phải đúng, dấu không gõ thì tự do. `written` là thanh rồi chữ cái; `typed` là phần đầu của chữ cái ấy. */
function fits(word, typed, written) {
  if (word.tone && written[0] !== '*' && word.tone !== +written[0]) return false;
  for (let i = 0; i < typed.length; i++) {
    const letter = written[i + 1];
    if (letter !== typed[i] && plainOf[letter] !== typed[i]) return false;
  }
  return true;
}

const fitsWhole = (word, written) => written.length === word.letters.length + 1 && fits(word, word.letters, written);

// ----- Chỉ mục -----

let directory, opening, openedAt = 0, files = new Map();

/** Tải một tệp của chỉ mục, mỗi tệp một lần; hỏng thì lần sau tải lại. */
function load(name) {
  if (!files.has(name)) {
    const isDirectory = name === 'muc-luc.json';
    const file = fetch(form.dataset.index + name + (isDirectory ? '' : '?v=' + directory.ban), isDirectory ? {cache: 'no-cache'} : {})
      .then(answer => {
        if (!answer.ok) throw new Error(name);
        return name.endsWith('.json') ? answer.json() : answer.text().then(text => text.split('\n'));
      });
    file.catch(() => files.delete(name));
    files.set(name, file);
  }
  return files.get(name);
}

/** Mục lục được hỏi lại sau năm phút: bảng có thể vừa được xuất bản lại. */
function open() {
  if (!opening || Date.now() - openedAt > 3e5) {
    openedAt = Date.now();
    files = new Map();
    columns = places = null;
    opening = load('muc-luc.json').then(found => {
      for (const kind of ['am', 'cap']) found[kind + '-khoa'] = found[kind + '-khoa'].split('\n');
      directory = found;
    });
    opening.catch(() => opening = null);
  }
  return opening;
}

/** Các dòng của mọi tệp có thể chứa khóa từ `first` đến `last`. */
async function lines(kind, first, last = first) {
  const keys = directory[kind + '-khoa'];
  const place = key => {
    let low = 0, high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] <= key) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const names = [];
  for (let i = place(first); i <= place(last); i++) names.push(`${kind}-${i}.txt`);
  return [].concat(...await Promise.all(names.map(load)));
}

/** Đọc các số viết bằng chữ in được: xem Sources/Search/NumberText.swift. */
function eachNumber(text, body) {
  let high = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 96) high = high * 28 + code - 96;
    else { body(high * 63 + code - 33); high = 0; }
  }
}

/** Ghi điểm cho mọi bài của một dòng: tên trên tiêu đề, trên địa bàn và năm, trên lời văn; trong mỗi phần, đúng dấu rồi trọn chữ. */
function credit(best, line, extra) {
  line.split('|').forEach((list, part) => {
    if (!part) return;
    const score = (5 - part) * 4 + extra;
    let document = -1;
    eachNumber(list, gap => {
      document += gap + 1;
      if (best[document] < score) best[document] = score;
    });
  });
}

/** Điểm của từng bài đối với một chữ; 0 là không có. */
async function scoresOfWord(word, isPrefix) {
  const best = new Uint8Array(directory.n);
  for (const line of await lines('am', word.key)) {
    const written = line.split('|', 1)[0];
    if (written[0] !== '*' && fitsWhole(word, written)) credit(best, line, written === word.tone + word.letters ? 3 : 1);
  }
  if (!isPrefix) return best;
  const start = plain(word.raw);
  let found = word.tone ? [] : (await lines('am', start)).filter(line => line[0] === '*' && plain(line.split('|', 1)[0].slice(1)) === start);
  if (!found.length) found = (await lines('am', start, start + '\uffff')).filter(line => line[0] !== '*');
  for (const line of found) if (fits(word, word.raw, line.split('|', 1)[0])) credit(best, line, 0);
  return best;
}

/** Điểm của từng bài đối với hai chữ đứng liền nhau. */
async function scoresOfPair(first, second, isPrefix) {
  const best = new Uint8Array(directory.n);
  const key = `${first.key} ${isPrefix ? plain(second.raw) : second.key}`;
  for (const line of await lines('cap', key)) {
    const [one, other] = line.split('|', 1)[0].split(' ');
    if (!other || !fitsWhole(first, one)) continue;
    if (fitsWhole(second, other)) credit(best, line, one === first.tone + first.letters && other === second.tone + second.letters ? 3 : 1);
    else if (isPrefix && fits(second, second.raw, other)) credit(best, line, 0);
  }
  return best;
}

// ----- Câu hỏi -----

/** Tách câu hỏi thành cụm trong ngoặc kép và chữ rời; chữ rời cuối cùng có thể còn đang gõ dở. */
function parse(text) {
  const pieces = text.replace(/[“”„«»]/g, '"').split('"');
  const query = {words: [], phrases: [], isPrefix: false};
  pieces.forEach((piece, i) => {
    const found = words(piece);
    if (i % 2 && i < pieces.length - 1) { if (found.length) query.phrases.push(found); }
    else {
      if (query.words.length && found.length) found[0].opens = true;
      query.words.push(...found);
      if (i === pieces.length - 1) query.isPrefix = found.length > 0 && !/\s$/.test(piece);
    }
  });
  return query;
}

const isFigure = word => /\d/.test(word.key);

/** Tổng điểm của từng bài; bài thiếu một chữ thì 0 điểm. Không gõ chữ nào thì mọi bài bằng điểm nhau. */
async function search(query) {
  const required = [], bonus = [];
  query.words.forEach((word, i) => {
    const isPrefix = query.isPrefix && i === query.words.length - 1, before = query.words[i - 1];
    required.push(scoresOfWord(word, isPrefix));
    if (before && !word.opens && !isFigure(word) && !isFigure(before)) bonus.push(scoresOfPair(before, word, isPrefix));
  });
  for (const phrase of query.phrases) {
    if (phrase.length === 1) required.push(scoresOfWord(phrase[0], false));
    for (let i = 1; i < phrase.length; i++) required.push(scoresOfPair(phrase[i - 1], phrase[i], false));
  }
  const total = new Uint16Array(directory.n).fill(1);
  for (const scores of await Promise.all(required)) {
    for (let i = 0; i < total.length; i++) total[i] = total[i] && scores[i] ? total[i] + scores[i] : 0;
  }
  for (const scores of await Promise.all(bonus)) {
    for (let i = 0; i < total.length; i++) if (total[i]) total[i] += 2 * scores[i];
  }
  return total;
}

// ----- Bộ lọc -----

let columns, places;

function numbers(text) {
  const column = [];
  eachNumber(text, number => column.push(number));
  return column;
}

/** Tải những gì các ô lọc đang mở cần đến. */
function openFilters() {
  return Promise.all([
    filters.open && !columns && load('loc.json').then(found => {
      columns = {};
      for (const name of facets) columns[name] = numbers(found[name]);
    }),
    placeFilter.open && !places && load('noi.json').then(found => {
      // Một điểm thuộc những nơi ghi ở đó và mọi nơi bao quanh chúng.
      const spots = found.diem.map(own => {
        const all = new Set();
        for (let place of own) for (; place >= 0 && !all.has(place); place = found.noi[place][2]) all.add(place);
        return all;
      });
      places = {all: found.noi, spots, column: numbers(found.bai)};
    }),
  ]);
}

/** Những điều kiện lọc trong địa chỉ: mỗi điều kiện một phép thử trên số thứ tự của bài. */
function conditions(state) {
  const tests = {};
  for (const name of facets) {
    if (!state[name]) continue;
    const value = directory[name].findIndex(([id]) => id === state[name]);
    tests[name] = document => columns[name][document] === value;
  }
  if (state.noi) {
    const value = places.all.findIndex(([id]) => id === state.noi);
    const inside = places.spots.map(spot => spot.has(value));
    tests.noi = document => inside[places.column[document]];
  }
  return tests;
}

/** Điền các ô chọn, mỗi mục kèm số bài mà câu hỏi và các ô khác cho qua. */
function fillFilters(total, tests, state) {
  const count = (name, values, add) => {
    const counts = new Array(values).fill(0), others = Object.keys(tests).filter(test => test !== name).map(test => tests[test]);
    for (let i = 0; i < total.length; i++) if (total[i] && others.every(test => test(i))) add(counts, i);
    return counts;
  };
  const fill = (name, choices) => {
    const select = form.elements[name];
    // Ai đang đi từng mục bằng phím thì các mục phải đứng yên.
    if (select === stepped) return;
    select.length = 1;
    for (const [id, title, number] of choices) {
      if (number || id === state[name]) select.add(new Option(`${title} (${number.toLocaleString('vi')})`, id));
    }
    select.value = state[name];
  };
  if (columns) for (const name of facets) {
    const counts = count(name, directory[name].length, (counts, i) => counts[columns[name][i]]++);
    fill(name, directory[name].map(([id, title = id], i) => [id, title, counts[i]]));
  }
  if (!places) return;
  const counts = count('noi', places.all.length, (counts, i) => places.spots[places.column[i]].forEach(place => counts[place]++));
  const current = places.all.findIndex(([id]) => id === state.noi);
  const above = [];
  for (let i = current; i >= 0 && !above.includes(i); i = places.all[i][2]) above.unshift(i);
  const below = places.all.map((_, i) => i).filter(i => places.all[i][2] === current);
  fill('noi', above.concat(below).map((i, level) => {
    const [id, title, , ended] = places.all[i];
    return [id, '\u00a0'.repeat(2 * Math.min(level, above.length)) + title + (ended ? ' (cũ)' : ''), counts[i]];
  }));
}

// ----- Kết quả -----

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Chữ của kết quả; chữ khớp với câu hỏi được đánh dấu. Chỉ tạo nút văn bản, không bao giờ HTML. */
function marked(text, query) {
  const nodes = [];
  let end = 0, next = 0;
  const last = query.words.length - 1, all = query.words.concat(...query.phrases);
  for (const token of text.match(wordPattern) || []) {
    const word = wordForm(token), index = text.indexOf(token, next);
    next = index + token.length;
    if (!word) continue;
    const written = word.tone + word.letters, raw = word.tone + word.raw;
    if (!all.some((asked, i) => fitsWhole(asked, written) || (query.isPrefix && i === last && fits(asked, asked.raw, raw)))) continue;
    nodes.push(text.slice(end, index), element('mark', '', token));
    end = next;
  }
  nodes.push(text.slice(end));
  return nodes;
}

function row([address, name, title, place, year, field, kind], query) {
  const link = element('a', '', ...marked(title, query));
  link.href = form.dataset.base + address;
  const valueOf = (facet, i) => directory[facet][i][1] || directory[facet][i][0];
  const item = element('li', '',
    element('p', 'kicker', element('span', 'badge', ...marked(valueOf('loai', kind), query)), ' ', ...marked(valueOf('nam', year), query)),
    element('h3', '', link), element('p', 'name', ...marked(name, query)),
    element('p', 'where', ...marked(place, query), element('br'), ...marked(valueOf('linh-vuc', field), query)));
  if (query.words.concat(...query.phrases).length && !item.querySelector('mark')) item.append(element('p', 'where', 'Tìm thấy trong phần tóm tắt thành tích.'));
  return item;
}

// ----- Trang -----

const readState = source => {
  const state = {};
  for (const name of ['q', 'noi', ...facets]) state[name] = (source.get(name) || '').trim();
  state.trang = Math.max(1, parseInt(source.get('trang'), 10) || 1);
  return state;
};

function address(state) {
  const query = new URLSearchParams();
  for (const name of ['q', 'noi', ...facets]) if (state[name]) query.set(name, state[name]);
  if (state.trang > 1) query.set('trang', state.trang);
  const text = query.toString();
  return location.pathname + (text ? '?' + text : '');
}

let turn = 0, state;

/** Tìm và hiện kết quả của một trạng thái; câu trả lời đến muộn của câu hỏi cũ bị bỏ. */
async function show(next) {
  const own = ++turn;
  state = next;
  const query = parse(form.elements.q.value), isAsked = query.words.length + query.phrases.length > 0;
  const isFiltered = ['noi', ...facets].some(name => state[name]);
  if (facets.some(name => state[name])) filters.open = true;
  if (state.noi) placeFilter.open = true;
  if (!isAsked && !filters.open && !placeFilter.open) {
    results.textContent = status.textContent = '';
    more.hidden = true;
    return;
  }
  const isSlow = setTimeout(() => { if (own === turn) status.textContent = 'Đang tìm…'; }, 500);
  try {
    await open();
    const [total] = await Promise.all([search(query), openFilters()]);
    if (own !== turn) return;
    const tests = conditions(state);
    fillFilters(total, tests, state);
    if (!isAsked && !isFiltered) {
      results.textContent = '';
      more.hidden = true;
      status.textContent = 'Chọn một mục trong bộ lọc để xem danh sách.';
      return;
    }
    const all = Object.values(tests), found = [];
    for (let i = 0; i < total.length; i++) if (total[i] && all.every(test => test(i))) found.push(i);
    found.sort((one, other) => total[other] - total[one] || one - other);
    const shown = found.slice(0, state.trang * perPage);
    const blocks = await Promise.all(shown.map(i => load(`bai-${Math.floor(i / directory.khoi)}.json`)));
    if (own !== turn) return;
    results.textContent = '';
    results.append(...shown.map((i, place) => row(blocks[place][i % directory.khoi], query)));
    more.hidden = shown.length === found.length;
    status.textContent = found.length ? `Tìm thấy ${found.length.toLocaleString('vi')} lượt vinh danh.`
      : 'Không tìm thấy. Thử bớt chữ, gõ không dấu, bỏ ngoặc kép hoặc bỏ bộ lọc; cũng có thể xem theo các danh mục dưới đây.';
  } catch (error) {
    if (own !== turn) return;
    more.hidden = true;
    status.textContent = 'Chưa tải được chỉ mục tìm kiếm. Xin xem lại kết nối mạng rồi thử lại, hoặc xem theo các danh mục dưới đây.';
  } finally {
    clearTimeout(isSlow);
  }
}

const typed = () => readState(new FormData(form));

function go(keepsEntry) {
  const next = typed();
  history[keepsEntry || address(next) === address(state) ? 'replaceState' : 'pushState'](null, '', address(next));
  return show(next);
}

// ----- Chọn bằng phím -----
// Trên ô chọn đang đóng, mỗi lần bấm mũi tên hay gõ chữ là một sự kiện change, dù người ta mới đi qua. Đi qua thì chờ một nhịp rồi
// mới tìm, và cả lượt đi chỉ là một mục của nút quay lại. Rời ô, bấm Enter hay Tìm là chọn xong: lúc ấy các mục mới được điền lại.

let waiting;
/** Ô chọn đang đi bằng phím; phím vừa bấm có phải là một bước; lượt đi này đã có mục riêng của nút quay lại chưa. */
let stepped = null, isStep = false, hasEntry = false;

function keyed(event) {
  const {key, altKey, ctrlKey, metaKey} = event;
  // Enter trên ô chọn mỗi trình duyệt hiểu một cách: mở danh sách, gửi, hay không gì cả. Đã đi từng mục thì Enter là chọn xong.
  if (key === 'Enter' && stepped) { event.preventDefault(); return settle(); }
  isStep = !altKey && !ctrlKey && !metaKey && (/^(Arrow|Page|Home|End)/.test(key) || (key.length === 1 && (key !== ' ' || isStep)));
}

function step() {
  const moved = address(typed()) !== address(state);
  if (!moved) return;
  go(hasEntry);
  hasEntry = true;
}

function settle() {
  if (!stepped) return;
  clearTimeout(waiting);
  const keepsEntry = hasEntry;
  stepped = null;
  hasEntry = isStep = false;
  if (address(typed()) === address(state)) show(state); else go(keepsEntry);
}

function restore() {
  stepped = null;
  hasEntry = isStep = false;
  const next = readState(new URLSearchParams(location.search));
  form.elements.q.value = next.q;
  for (const name of ['noi', ...facets]) {
    const select = form.elements[name];
    select.value = next[name];
    // Mục chưa có trong ô chọn thì thêm tạm, để lần gửi sau không mất.
    if (next[name] && select.value !== next[name]) { select.add(new Option(next[name])); select.value = next[name]; }
  }
  return show(next);
}

form.addEventListener('submit', event => {
  event.preventDefault();
  if (stepped) return settle();
  clearTimeout(waiting);
  go(false);
});
form.elements.q.addEventListener('input', () => {
  clearTimeout(waiting);
  const text = form.elements.q.value.trim();
  if (text.length !== 1) waiting = setTimeout(go, 250, true);
});
for (const filter of [filters, placeFilter]) {
  filter.addEventListener('keydown', keyed);
  filter.addEventListener('pointerdown', () => isStep = false);
  filter.addEventListener('change', event => {
    clearTimeout(waiting);
    if (!isStep) { stepped = null; hasEntry = false; return go(false); }
    stepped = event.target;
    waiting = setTimeout(step, 600);
  });
  filter.addEventListener('focusout', settle);
  filter.addEventListener('toggle', () => { if (filter.open && !(filter === filters ? columns : places)) show(state); });
}
more.addEventListener('click', async () => {
  const first = results.children.length, next = Object.assign({}, state, {trang: state.trang + 1});
  history.replaceState(null, '', address(next));
  await show(next);
  const link = results.children[first] && results.children[first].querySelector('a');
  if (link) link.focus();
});
window.addEventListener('popstate', restore);

form.hidden = false;
restore();
})();
