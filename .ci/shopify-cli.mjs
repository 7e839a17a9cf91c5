// What Shopify CLI checks without a login: it builds the app with its extensions, and scans it for security issues.
// The scan's findings must be those explained in docs/shopify-cli.md, no more and no fewer.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const cli = /@shopify\/cli@[\d.]+/.exec(JSON.parse(read("package.json")).scripts.dev)?.[0];

/** A command of the CLI has this long, ms; it has no terminal to ask questions on. */
const TIME_LIMIT_MS = 8 * 60_000;

function shopify(...args) {
  const env = { ...process.env, SHOPIFY_CLI_NO_ANALYTICS: "1", CI: "1", FORCE_COLOR: "0" };
  const run = spawnSync("npx", ["--yes", cli, "app", ...args], { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: TIME_LIMIT_MS, maxBuffer: 256 * 1024 * 1024 });
  if (run.status !== 0) {
    process.stderr.write(`${cli} app ${args[0]} failed (${run.error?.message ?? run.status}):\n${`${run.stdout}\n${run.stderr}`.slice(-4_000)}\n`);
    process.exit(1);
  }
  return run.stdout;
}

shopify("build", "--skip-dependencies-installation");
process.stdout.write("shopify app build: the configuration and the extensions are accepted\n");

const { scan } = JSON.parse(shopify("doctor", "--json", "--skip-instructions"));
const found = scan.issues.map((issue) => `${issue.id} ${issue.location.file}`).sort();
const explained = [...read("docs/shopify-cli.md").matchAll(/^- `([A-Z_]+)` in `([^`]+)`/gm)].map((match) => `${match[1]} ${match[2]}`).sort();
const unexplained = scan.issues.filter((issue) => !explained.includes(`${issue.id} ${issue.location.file}`));
for (const issue of unexplained) process.stderr.write(`${issue.severity}: ${issue.id} in ${issue.location.file}:${issue.location.line ?? ""}: ${issue.message}\n`);
for (const stale of explained.filter((each) => !found.includes(each))) process.stderr.write(`docs/shopify-cli.md explains ${stale}, which the scan no longer finds\n`);
if (unexplained.length > 0 || explained.some((each) => !found.includes(each))) process.exit(1);
process.stdout.write(`shopify app doctor: ${scan.scan.files_scanned} files scanned, ${found.length} findings, all explained in docs/shopify-cli.md\n`);
