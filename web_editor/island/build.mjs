// Bundles the scripts into ../static, byte for byte the same on every machine, and stamps them with their sources.
//
//   node build.mjs           build
//   node build.mjs --check   fail unless what lies in ../static is what the sources give
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const HERE = import.meta.dirname;
const STATIC = join(HERE, "..", "static");
const ENTRIES = ["page", "editor", "mail", "desk", "guest"];

const sources = [
  "package-lock.json",
  "build.mjs",
  "tsconfig.json",
  "../document/schema.json",
  ...readdirSync(join(HERE, "src"), { recursive: true })
    .map((name) => `src/${name}`)
    .filter((name) => name.endsWith(".ts")),
].sort();
const stamp = createHash("sha256");
for (const name of sources) stamp.update(`${name}\0`).update(readFileSync(join(HERE, name))).update("\0");

const made = new Map([["island.stamp", `${stamp.digest("hex")}\n`]]);
for (const name of ENTRIES) {
  const result = await build({
    absWorkingDir: HERE,
    entryPoints: [`src/${name}.ts`],
    bundle: true,
    minify: true,
    format: name === "mail" ? "iife" : "esm", // a frame that belongs to no origin may not load modules
    target: "es2022",
    legalComments: "none",
    charset: "utf8",
    write: false,
    logLevel: "error",
  });
  made.set(`${name}.js`, result.outputFiles[0].text);
}

const stale = [];
for (const [name, text] of made) {
  const place = join(STATIC, name);
  if (process.argv.includes("--check")) {
    if (readFileSync(place, "utf8") !== text) stale.push(name);
  } else writeFileSync(place, text);
}
if (stale.length) {
  console.error(`not what the sources give: ${stale.join(", ")}; run scripts/island`);
  process.exit(1);
}
