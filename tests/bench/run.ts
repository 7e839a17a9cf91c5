import { say } from "./figure";

/** `npm run bench -- NAME`: prints one JSON line per figure, everything measured in the same run. */
const benches: Record<string, () => Promise<() => Promise<void>>> = {
  ingest: async () => (await import("./ingest/bench")).benchIngest,
  pipeline: async () => (await import("./pipeline/bench")).benchPipeline,
  detect: async () => (await import("./detect/bench")).benchDetect,
  explain: async () => (await import("./explain/bench")).benchExplain,
  "poll-plan": async () => (await import("./poll-plan/bench")).benchPollPlan,
};

const name = process.argv[2] ?? "";
const load = benches[name];
if (!load) {
  say(`No bench is called "${name}". There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
const bench = await load();
await bench();
process.exit(0);
