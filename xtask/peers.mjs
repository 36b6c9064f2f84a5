// Has other searches answer queries, each set up as its documentation says for texts in English and Chinese.
//
// Called by `explorer-site peers` with the folder of npm's packages, a folder to write into, and a file that has the
// documents and the queries. What is printed is JSON: each search with its version, and for each query the ids that it
// finds, the best first. Where a documentation leaves a choice, such as weights, the queries that the explorer is tuned by
// have made it, never those that were set aside.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, folder, file] = process.argv.slice(2);
const { documents, queries } = JSON.parse(await readFile(file, "utf8"));

const FIELDS = ["name", "keywords", "summary", "things", "statements", "numbers"];
const HAN = /\p{Script=Han}/u;
/** How many answers of a search are looked at. */
const SEEN = 100;

const load = (module) => import(pathToFileURL(resolve(packages, module)).href);

/** Words in small letters, and pairs of Han characters, as users of MiniSearch part Chinese (lucaong/minisearch#201). */
function tokens(text) {
    const runs = text.normalize("NFKC").toLowerCase().match(/\p{Script=Han}+|[^\p{Script=Han}\p{Z}\p{P}\p{S}\p{C}]+/gu);
    return (runs ?? []).flatMap((run) => {
        const characters = [...run];
        return HAN.test(run) && characters.length > 2
            ? characters.slice(1).map((character, i) => characters[i] + character)
            : [run];
    });
}

/** BM25+ with the name's weight doubled; all words, where no record has them any; no wrong letter in pairs of Han. */
async function miniSearch() {
    const { default: MiniSearch } = await load("minisearch/dist/es/index.js");
    const boost = { name: 2 };
    const search = new MiniSearch({ fields: FIELDS, tokenize: tokens });
    search.addAll(documents);
    const find = (q, combineWith) =>
        search.search(q, { boost, combineWith, prefix: true, fuzzy: (term) => !HAN.test(term) && 0.2 });
    return ({ q }) => {
        const all = find(q, "AND");
        return (all.length > 0 ? all : find(q, "OR")).map(({ id }) => id);
    };
}

/**
 * It orders by where in a text a word stands and not by how rare it is, so that the fields in their order, the name first,
 * are better answered from than one index for each. Its tokenizer for wrong letters is exclusive of the one for prefixes;
 * `suggest` takes any words where no text has all.
 */
async function flexSearch() {
    const { Index } = await load("flexsearch/dist/flexsearch.bundle.module.min.mjs");
    const texts = documents.map((document) => FIELDS.map((field) => document[field]).join("\n"));
    // The README's formula for it.
    const resolution = 2 * Math.floor(Math.sqrt(Math.max(...texts.map((text) => text.length))));
    const index = new Index({ tokenize: "tolerant", resolution, encode: tokens });
    documents.forEach(({ id }, i) => index.add(id, texts[i]));
    return ({ q }) => index.search(q, { limit: SEEN, suggest: true });
}

/**
 * A database for each of its tokenizers, English with stems and Mandarin, which is given small letters as it makes none.
 * Any words match, the default; weights, and all words first, make its answers worse. A wrong letter counts where nothing
 * is found otherwise: in Chinese it makes every word every other.
 */
async function orama() {
    const { create, insertMultiple, search } = await load("@orama/orama/dist/esm/index.js");
    const { createTokenizer } = await load("@orama/tokenizers/dist/esm/mandarin.js");
    const schema = Object.fromEntries(FIELDS.map((field) => [field, "string"]));
    const small = documents.map((document) => {
        const texts = FIELDS.map((field) => [field, document[field].toLowerCase()]);
        return { id: document.id, ...Object.fromEntries(texts) };
    });
    const fill = async (tokenizer) => {
        const database = create({ schema, components: { tokenizer } });
        await insertMultiple(database, small, documents.length);
        return database;
    };
    const english = await fill({ language: "english", stemming: true });
    const mandarin = await fill(createTokenizer());
    return async ({ q, lang }) => {
        const find = async (tolerance) => {
            const options = { term: q.toLowerCase(), limit: SEEN, tolerance };
            return (await search(lang === "en" ? english : mandarin, options)).hits.map(({ id }) => id);
        };
        const found = await find(0);
        return found.length > 0 ? found : find(1);
    };
}

/** A page in English and one in Chinese for each record, both with its words in all languages. */
async function pagefindIndex(outputPath) {
    const { close, createIndex } = await load("pagefind/lib/index.js");
    const { index } = await createIndex();
    const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const weights = { keywords: 2, summary: 2, things: 1, statements: 1, numbers: 1 };
    for (const document of documents) {
        const lines = Object.entries(weights).flatMap(([field, weight]) =>
            document[field].split("\n").map((line) => `<p data-pagefind-weight="${weight}">${escape(line)}</p>`));
        const body = `<body><h1>${escape(document.name)}</h1>${lines.join("")}</body>`;
        for (const lang of ["en", "zh"]) {
            await index.addHTMLFile({ url: `/${lang}/${document.id}`, content: `<html lang="${lang}">${body}</html>` });
        }
    }
    await index.writeFiles({ outputPath });
    await close();
}

/** Its search runs in a page, of which it wants the language alone; what it fetches lies in files here. */
async function pagefind() {
    const outputPath = resolve(folder, "pagefind");
    await pagefindIndex(outputPath);
    globalThis.fetch = async (url) => new Response(await readFile(new URL(url)));
    globalThis.window = {};
    const searches = {};
    for (const lang of ["en", "zh"]) {
        globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => lang }) };
        const search = await import(`${pathToFileURL(join(outputPath, "pagefind.js")).href}?${lang}`);
        await search.init();
        searches[lang] = search;
    }
    const words = new Intl.Segmenter("zh", { granularity: "word" });
    return async ({ q, lang }) => {
        const search = searches[lang.slice(0, 2)];
        const find = async (q) => (await search.search(q)).results;
        let found = await find(q);
        if (found.length === 0) {
            // It has no way to ask for any of the words, so each is asked for, and what several find counts more.
            const parts = [...words.segment(q)].filter(({ isWordLike }) => isWordLike);
            const sums = new Map();
            for (const result of (await Promise.all(parts.map(({ segment }) => find(segment)))).flat()) {
                const sum = sums.get(result.id) ?? { ...result, score: 0 };
                sums.set(result.id, { ...sum, score: sum.score + result.score });
            }
            found = [...sums.values()].sort((a, b) => b.score - a.score);
        }
        const pages = await Promise.all(found.slice(0, SEEN).map((result) => result.data()));
        return pages.map(({ url }) => url.split("/").at(-1));
    };
}

const SEARCHES = [
    ["MiniSearch", "minisearch", miniSearch],
    ["FlexSearch", "flexsearch", flexSearch],
    ["Orama", "@orama/orama", orama],
    ["Pagefind", "pagefind", pagefind],
];
const peers = [];
for (const [name, npm, make] of SEARCHES) {
    const { version } = JSON.parse(await readFile(join(packages, npm, "package.json"), "utf8"));
    const search = await make();
    const answers = [];
    for (const query of queries) {
        answers.push(await search(query));
    }
    peers.push({ name, version, answers });
}
console.log(JSON.stringify(peers));
