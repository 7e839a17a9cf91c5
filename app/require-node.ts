/** The oldest Node.js that the app runs on: `Map.groupBy`, the source text of numbers in `JSON.parse`, pg-boss 12. */
export const OLDEST_NODE = "22.12.0";

/**
 * Compares the version of Node.js that runs the process with the oldest one supported.
 * @param version as in `process.versions.node`, e.g. "20.20.2"
 * @returns one sentence that says what to do, or null when the version is supported
 */
export function unsupportedNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split(".").map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Milepost needs Node.js ${OLDEST_NODE} or newer and was started with ${version}: install a newer one, or start it through npm (npm start, npm run worker), which uses the Node.js that npm ci installed.`;
}

/**
 * Ends the process with exit code 1 and one sentence on standard error when Node.js is too old.
 * Every entry calls it before it loads the app: on an older Node.js some modules fail while they load, and others only
 * when a job runs, after its webhook was acknowledged.
 */
export function requireNode(): void {
  const problem = unsupportedNode(process.versions.node);
  if (problem === null) return;
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
