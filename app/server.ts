import "./node-env.mjs";

import { requireNode } from "./require-node";

/** The web process: `npm start`; `npm run dev:web` passes --dev. The app is loaded once Node.js is known to run it. */
requireNode();
const { runServer } = await import("./web-server");
runServer(process.argv.slice(2));
