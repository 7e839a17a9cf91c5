import { requireNode } from "../require-node";

/** The command line: `npm run -s milepost -- COMMAND`. The app is loaded once Node.js is known to run it. */
requireNode();
const { runCommand } = await import("./program");
runCommand();
