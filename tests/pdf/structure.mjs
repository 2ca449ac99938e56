// SPDX-License-Identifier: MIT
// node structure.mjs FILE.pdf FILE.doc - does pdf.js read the structure as the
// document has it?  FILE.doc is `--dump=doc`, FILE.pdf the report.
//
// pdf.js gives a tree for each page; the order of the whole document is that of
// the structure tree as qpdf reads it.  On each page both must agree; then the
// texts of the sequences, in order, must be the document's, after NFKC, without
// U+00AD and U+200B.  Blanks are compared inside a text; where only layout
// makes a gap (ends of blocks, behind labels, before page numbers, forced line
// ends) they may be there or not; in Khmer, Lao, Thai and Burmese likewise.
//
// Sequences with ActualText, and documents in Devanagari, into which pdf.js puts
// blanks, are read with sitan's own reader (build/sequences); what is heard must
// be what is shown.
//
// Right-to-left text is compared in order, too.  pdf.js puts it into logical
// order by characters, where our codes stand for clusters: it turns the letters
// of a ligature and a letter with its marks round, which is undone, and it loses
// blanks.  The blanks are counted with our own reader, which reads in the order
// of the page; poppler's order and blanks are tested by tests/parts/pages.sh.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const GAP = "\u0001"; // a blank or none
const MAYBE = "\u0002"; // around what may not be there

// --- the document ---

const INLINE = new Set(["text", "number", "emph", "strong", "span", "link",
	"code", "note-mark", "page-ref", "status", "image"]);
const SILENT = new Set(["pull-quote", "plot", "status", "image"]);

function quoted(line) {
	const m = / "((?:[^"\\]|\\.)*)"/.exec(line);

	return m ? m[1].replace(/\\(.)/g, (_, c) => (c === "n" ? "\n" : c)) : "";
}

function expected(dump) {
	let out = "", skip = Infinity, before = -1;
	const labels = []; // depths of open labels
	let pictogram = Infinity; // depth of the one we are in
	let heading = -1; // depth of the last heading

	for (const line of dump.split("\n")) {
		const m = /^( *)([a-z-]+)/.exec(line);

		if (!m)
			continue;
		const depth = m[1].length, kind = m[2];

		if (depth > skip)
			continue;
		skip = Infinity;
		while (labels.length && labels.at(-1) >= depth) {
			labels.pop();
			out += GAP;
		}
		if (depth <= pictogram)
			pictogram = Infinity;
		if (/^ *div .*\.pictogram( |$)/.test(line))
			pictogram = depth;
		// pictograms of the key statistics stand under text of their own
		const worded = depth > pictogram &&
			["caption", "reading", "source"].includes(kind);

		if (SILENT.has(kind) || worded) {
			skip = depth;
			continue;
		}
		if (kind === "heading")
			heading = depth;
		if (kind === "label")
			labels.push(depth);
		if (!INLINE.has(kind) || before > depth && kind === "break")
			out += GAP;
		if (kind === "page-ref")
			out += GAP;
		// some chapters do not print their number, some lists draw marks
		const text = quoted(line);

		if (text && labels.length && (labels.at(-1) === heading + 2 ||
			/^[^\p{L}\p{N}]+$/u.test(text)))
			out += MAYBE + text + MAYBE;
		else if (INLINE.has(kind))
			out += text;
		before = depth;
	}
	return out;
}

// --- the file ---

// [page, mcid] of all content outside figures, in the order of the tree
function treeOrder(file) {
	const json = JSON.parse(execFileSync("qpdf", ["--json=2",
		"--json-key=qpdf", "--json-key=pages", file],
		{ maxBuffer: 1 << 30 }));
	const objects = json.qpdf[1];
	const value = (o) => typeof o === "string" && / \d+ R$/.test(o)
		? value(objects["obj:" + o].value ?? objects["obj:" + o].stream.dict)
		: o;
	const pages = new Map(json.pages.map((p, i) => [p.object, i + 1]));
	const root = value(value(objects.trailer.value["/Root"])
		["/StructTreeRoot"]);
	const found = [];

	const walk = (kid, page) => {
		const o = value(kid);

		if (typeof o === "number") {
			found.push([page, o]);
		} else if (Array.isArray(o)) {
			o.forEach((k) => walk(k, page));
		} else if (o && o["/Type"] === "/MCR") {
			found.push([o["/Pg"] ? pages.get(o["/Pg"]) : page,
				o["/MCID"]]);
		} else if (o && o["/S"] && o["/S"] !== "/Figure" && "/K" in o) {
			walk(o["/K"], o["/Pg"] ? pages.get(o["/Pg"]) : page);
		}
	};
	walk(root["/K"], undefined);
	return found;
}

function contentIds(node, out) {
	if (node.role === "Figure")
		return;
	if (node.type === "content")
		out.push(Number(/_mc(\d+)$/.exec(node.id)[1]));
	for (const kid of node.children ?? [])
		contentIds(kid, out);
}

async function pageText(page) {
	const content = await page.getTextContent({
		includeMarkedContent: true, disableNormalization: true });
	const texts = new Map(), stack = [];

	for (const item of content.items) {
		if (item.type === "beginMarkedContentProps" ||
		    item.type === "beginMarkedContent") {
			const m = /_mc(\d+)$/.exec(item.id ?? "");

			stack.push(m ? Number(m[1]) : -1);
		} else if (item.type === "endMarkedContent") {
			stack.pop();
		} else {
			const id = stack.at(-1) ?? -1;

			texts.set(id, (texts.get(id) ?? "") + item.str +
				(item.hasEOL ? GAP : ""));
		}
	}
	return texts;
}

// --- comparison ---

const FREE = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/;

const RIGHT_TO_LEFT = /[\u0590-\u08FF]/;
const DEVANAGARI = /[\u0900-\u097F]/;

const bare = (s) => s.normalize("NFKC").replace(
	/[\u00AD\u200B\u2060\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "");
const plain = (s) => bare(s).replace(/\s+/g, " ");

// lam with alef, or any letter, with marks
const CLUSTER = /^(?:\u0644[\u0622\u0623\u0625\u0627]|.)\p{M}*$/u;

// Characters of a cluster of `want` that `got` has turned round; 0: none.
function turned(want, got, i, k) {
	for (let n = 2; n <= 5; n++) {
		const s = want.slice(i, i + n);

		if (s.length === n && CLUSTER.test(s) &&
		    got.slice(k, k + n) === [...s].reverse().join(""))
			return n;
	}
	return 0;
}

// Where the texts part: [in want, in got], or null.
function difference(want, got, rightToLeft) {
	let i = 0, k = 0;
	const blank = (c) => c === " " || c === GAP;

	for (;;) {
		let must = false, may = false;

		for (; i < want.length && blank(want[i]); i++) {
			must ||= want[i] === " ";
			may ||= want[i] === GAP;
		}
		let has = false, gap = false;
		for (; k < got.length && blank(got[k]); k++) {
			has ||= got[k] === " ";
			gap ||= got[k] === GAP;
		}
		const free = rightToLeft || FREE.test(want[i - 1] ?? "") ||
			FREE.test(want[i] ?? "");

		if (i > 0 && i < want.length && !may && !gap && !free &&
		    must !== has)
			return [i, k];
		if (i >= want.length || k >= got.length)
			return i >= want.length && k >= got.length
				? null : [i, k];
		if (want[i] === MAYBE) {
			const end = want.indexOf(MAYBE, i + 1);
			const text = want.slice(i + 1, end);

			if (got.startsWith(text, k))
				k += text.length;
			i = end + 1;
		} else if (want[i] === got[k]) {
			i++;
			k++;
		} else {
			const n = rightToLeft ? turned(want, got, i, k) : 0;

			if (n === 0)
				return [i, k];
			i += n;
			k += n;
		}
	}
}

// Texts that may differ in order; blanks may stand in gaps or not.
function otherCharacters(want, got) {
	const count = (s) => {
		const n = new Map();

		for (const c of s)
			n.set(c, (n.get(c) ?? 0) + 1);
		return n;
	};
	const least = count(want.replace(/\x02[^\x02]*\x02|\x01 ?| \x01/g, ""));
	const most = count(want.replace(/\x02/g, "").replace(/\x01/g, " "));
	const has = count(got.replace(/\x01/g, ""));

	for (const c of new Set([...most.keys(), ...has.keys()])) {
		const [a, b, n] = [least, most, has].map((m) => m.get(c) ?? 0);

		if (n < a || n > b)
			return `"${c}" ${n} times, not ${a} to ${b}`;
	}
	return null;
}

function ownReader(file) {
	const rows = JSON.parse(execFileSync("build/sequences", [file],
		{ maxBuffer: 1 << 30 }));

	return new Map(rows.map((r) => [`${r.page} ${r.mcid}`, r]));
}

async function check(file, dump) {
	const document = await getDocument({ url: file, verbosity: 0,
		useSystemFonts: false }).promise;
	const order = treeOrder(file), texts = [];
	let elements = 0;

	for (let p = 1; p <= document.numPages; p++) {
		const page = await document.getPage(p);
		const tree = await page.getStructTree(), ids = [];

		if (tree) {
			contentIds(tree, ids);
			elements += JSON.stringify(tree).split('"role"').length - 1;
		}
		const own = order.filter((o) => o[0] === p).map((o) => o[1]);

		if (ids.join() !== own.join())
			return `page ${p}: pdf.js reads ${ids}, not ${own}`;
		texts[p] = await pageText(page);
	}
	const want = plain(expected(readFileSync(dump, "utf8")));
	const own = ownReader(file);
	const unlike = [...own.values()].find((r) => "actual" in r &&
		plain(r.actual) !== plain(r.text));
	const devanagari = DEVANAGARI.test(want);
	// pdf.js drops the blank at the end of a sequence
	const got = plain(order.map(([p, id]) => {
		const row = own.get(`${p} ${id}`);

		return devanagari || row && "actual" in row ? row.text
			: texts[p].get(id) ?? "";
	}).join(GAP));

	console.log(`${file}: ${document.numPages} pages, ${elements} elements, ` +
		`${order.length} sequences, ${got.length} characters`);
	if (unlike)
		return `page ${unlike.page}: "${unlike.text}" is heard as ` +
			`"${unlike.actual}"`;
	const rightToLeft = RIGHT_TO_LEFT.test(want);
	const at = difference(want, got, rightToLeft);

	if (rightToLeft && !at)
		return otherCharacters(want, bare(order.map(([p, id]) =>
			own.get(`${p} ${id}`).text).join(GAP)));
	return at && "the document and pdf.js part behind " +
		`"${got.slice(at[1] - 60, at[1])}": ` +
		`"${want.slice(at[0], at[0] + 60)}", ` +
		`"${got.slice(at[1], at[1] + 60)}"`;
}

const [file, dump] = process.argv.slice(2);
const fault = await check(file, dump);

if (fault)
	console.log(`${file}: ${fault}`);
process.exit(fault ? 1 : 0);
