// Loaded first by npm start, the worker, development and the command line: settings of a .env file in this folder, where
// there is one. What the environment has already counts more. The demo and the tests start the app without this.
import { existsSync } from "node:fs";

if (existsSync(".env")) process.loadEnvFile(".env");
