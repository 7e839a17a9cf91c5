import { requireNode } from "../require-node";

/** The worker process: `npm run worker`. The app is loaded once Node.js is known to run it. */
requireNode();
const { runWorker } = await import("./run-worker");
runWorker();
