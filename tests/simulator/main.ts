import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { adminAddress } from "./control/index-page";
import { readBasePort } from "./demo/ports";
import { demoShops } from "./demo/shops";
import { startDemo, type RunningDemo } from "./demo/start";

const root = fileURLToPath(new URL("../..", import.meta.url));
const HELP = `npm run demo                 starts the demo, or goes on where it was stopped
npm run demo -- --reset      begins anew
PORT=5000 npm run demo       uses nine ports from 5000 on (default 4000)
MILEPOST_DEMO_DIR=folder     keeps the state there (default .data/demo)
`;

function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

function tell(demo: RunningDemo, seconds: number): void {
  const { addresses: at, world } = demo;
  const [first, second] = demoShops;
  const lines: [string, string][] = [
    ["Index of everything", at.index],
    ["Admin", first ? adminAddress(world, first) : at.shopify],
    ["Admin, second shop", second ? adminAddress(world, second) : at.shopify],
    ["Storefront", at.storefront],
    ["Mailbox", at.mailbox],
    ["Control", at.control],
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  process.stdout.write(`\n${lines.map(([label, address]) => `  ${label.padEnd(width)}  ${address}`).join("\n")}\n\n  ready after ${seconds.toFixed(0)} s. Ctrl-C stops everything.\n`);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes("--help")) return void process.stdout.write(HELP);
  const unknown = args.filter((arg) => arg !== "--reset");
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(" ")}\n${HELP}`);
  const started = performance.now();
  process.stdout.write("Milepost demo\n");

  let halt: () => Promise<void> = async () => undefined;
  let stopping = false;
  const stop = (code: number) => {
    // npm and the terminal may both pass the signal on: once is enough.
    if (stopping) return;
    stopping = true;
    process.stdout.write("\nstopping …\n");
    halt().then(() => process.exit(code), () => process.exit(1));
  };
  process.on("SIGINT", () => stop(0));
  process.on("SIGTERM", () => stop(0));
  process.on("SIGHUP", () => stop(0));

  const demo = await startDemo({
    root,
    folder: resolve(root, process.env["MILEPOST_DEMO_DIR"] || ".data/demo"),
    basePort: readBasePort(process.env["PORT"]),
    reset: args.includes("--reset"),
    say,
    onStopper: (stopper) => (halt = stopper),
  }).catch((error: unknown) => {
    // What was stopped on purpose fails in the middle of its work; that is no news.
    if (stopping) return new Promise<RunningDemo>(() => undefined);
    throw error;
  });
  if (stopping) return;
  halt = () => demo.stop();
  tell(demo, (performance.now() - started) / 1_000);
  void demo.failed.then((why) => {
    process.stderr.write(`\n${why}\n`);
    stop(1);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
