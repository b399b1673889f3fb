// Reads golden files of xAPI statements with two client libraries, and fails where they read something else.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const TinCan = require("tincanjs");
const XAPI = require("@xapi/xapi").default;

function expect(what, actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    console.error(`${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
    process.exit(1);
  }
  console.log(`ok  ${what}: ${JSON.stringify(actual)}`);
}

const known = Object.fromEntries(Object.entries(XAPI.Verbs).map(([name, verb]) => [verb.id, name]));
const verbs = { passed: ["PASSED", "PASSED", "PASSED"], mixed: ["PASSED", "FAILED", "FAILED"], undecided: ["PASSED", "TERMINATED", "PASSED", "TERMINATED"] };
for (const [name, expected] of Object.entries(verbs)) {
  const lines = readFileSync(join(process.argv[2], `xapi-${name}.jsonl`), "utf8").trimEnd().split("\n");
  const statements = lines.map((line) => TinCan.Statement.fromJSON(line));
  expect(`xAPI ${name}, verbs as @xapi/xapi knows them`, statements.map((one) => known[one.verb.id]), expected);
  expect(`xAPI ${name}, what TinCanJS keeps`, statements.map((one) => {
    const kept = one.asVersion("1.0.3");
    return [kept.id, kept.actor.account.name, kept.object.id, kept.result.score?.raw ?? null];
  }), lines.map((line) => {
    const wrote = JSON.parse(line);
    return [wrote.id, wrote.actor.account.name, wrote.object.id, wrote.result.score?.raw ?? null];
  }));
}
