// The editor's script with its guards made to be switched off, for control runs: only tests build and serve it.
//
//   node bundle.mjs ISLAND < {"FILE": [["SNIPPET", "INSTEAD"], …]}     prints the script
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

const island = process.argv[2];
const { build } = createRequire(join(island, "package.json"))("esbuild");
const patches = JSON.parse(readFileSync(0, "utf8"));

const switches = {
  name: "switches",
  setup({ onLoad }) {
    onLoad({ filter: /src\/\w+\.ts$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      for (const [snippet, instead] of patches[basename(path)] ?? []) {
        if (contents.split(snippet).length !== 2) throw new Error(`${basename(path)} has not once: ${snippet}`);
        contents = contents.replace(snippet, () => instead);
      }
      return { contents, loader: "ts" };
    });
  },
};
const entry = process.argv[3] ?? "editor.ts";
const entryPoints = [entry.startsWith("/") ? entry : `src/${entry}`];
const nodePaths = [join(island, "node_modules")];
const result = await build({ absWorkingDir: island, entryPoints, nodePaths, bundle: true, format: "esm", target: "es2022", external: ["node:*"], write: false, charset: "utf8", logLevel: "error", plugins: [switches] });
process.stdout.write(result.outputFiles[0].text);
