import { Command } from "commander";

import { isCommandError } from "./command-error";

/**
 * `npm run -s milepost -- COMMAND`. Each command loads what it needs only when it is called, so that reading a
 * number does not open a database.
 */
const program = new Command("milepost").description("Milepost's command line").showHelpAfterError();

program
  .command("detect")
  .description("read tracking numbers, one a line; print the carriers that each fits, one JSON a line")
  .action(async () => (await import("./detect")).detect(process.stdin, process.stdout));

program
  .command("match-carrier")
  .description("read what people typed as carrier, one a line; print the carrier meant, one JSON a line")
  .action(async () => (await import("./match-carrier")).matchCarriers(process.stdin, process.stdout));

program
  .command("normalize")
  .description("read provider bodies from files; print the shipments and problems in them, one JSON a file")
  .requiredOption("--carrier <code>", "whose bodies they are")
  .argument("<files...>")
  .action(async (files: string[], options: { carrier: string }) => (await import("./normalize")).normalize(options.carrier, files, process.stdout));

program
  .command("explain")
  .description("tell how one scan is understood; without --code and --text, read JSON lines {carrier, code, text}")
  .option("--carrier <code>", "who says it; generic when unknown", "generic")
  .option("--code <code>")
  .option("--text <text>")
  .action(async (options: { carrier: string; code?: string; text?: string }) => (await import("./explain")).explain(options, process.stdin, process.stdout));

program
  .command("new-carrier")
  .description("lay the folder of a new carrier's adapter, its contract case and the lines that register them")
  .argument("<name...>", 'as people write it, e.g. "Acme Post"')
  .action(async (name: string[]) => (await import("./new-carrier/new-carrier")).newCarrier(name.join(" "), process.cwd(), process.stdout));

program
  .command("doctor")
  .description("tell what is configured, reachable and missing")
  .action(async () => (await import("./doctor")).doctor(process.stdout));

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

program
  .command("rotate-keys")
  .description("seal with MILEPOST_ENCRYPTION_KEY what was sealed with one of MILEPOST_ENCRYPTION_KEYS_OLD")
  .action(async () => (await import("./rotate-keys")).rotate(process.stdout));

/** Runs the command that the process was started with. */
export function runCommand(): void {
  program.parseAsync().catch((error: unknown) => {
    process.stderr.write(`${isCommandError(error) || error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
