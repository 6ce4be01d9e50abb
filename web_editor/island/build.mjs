// Bundles the scripts into ../static, byte for byte the same on every machine, and stamps them with their sources.
//
//   node build.mjs           build
//   node build.mjs --check   fail unless what lies in ../static is what the sources give
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const HERE = import.meta.dirname;
const STATIC = join(HERE, "..", "static");
const ENTRIES = ["page", "editor", "desk", "guest"];

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
const usual = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "none",
  charset: "utf8",
  write: false,
  logLevel: "error",
};
const parts = await build({
  ...usual,
  entryPoints: ENTRIES.map((name) => `src/${name}.ts`),
  format: "esm",
  splitting: true, // what is rarely opened is loaded when it is
  chunkNames: "part-[hash]",
  outdir: STATIC,
});
const alone = await build({ ...usual, entryPoints: ["src/mail.ts"], format: "iife", outdir: STATIC }); // a frame that belongs to no origin may not load modules
for (const file of [...parts.outputFiles, ...alone.outputFiles]) made.set(basename(file.path), file.text);

const stale = readdirSync(STATIC).filter((name) => name.startsWith("part-") && !made.has(name));
if (!process.argv.includes("--check")) for (const name of stale.splice(0)) rmSync(join(STATIC, name));
for (const [name, text] of made) {
  const place = join(STATIC, name);
  if (process.argv.includes("--check")) {
    if (!existsSync(place) || readFileSync(place, "utf8") !== text) stale.push(name);
  } else writeFileSync(place, text);
}
if (stale.length) {
  console.error(`not what the sources give: ${stale.join(", ")}; run scripts/island`);
  process.exit(1);
}
