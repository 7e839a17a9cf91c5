import { createDependencies } from "~/dependencies.server";
import { rotateEncryption } from "~/use-cases/rotate-encryption";

/** Prints one line a column; the exit code is 1 when a value was sealed with a key that is not configured. */
export async function rotate(output: NodeJS.WritableStream): Promise<void> {
  const dependencies = await createDependencies({ LOG_LEVEL: "silent", ...process.env });
  try {
    const columns = await rotateEncryption(dependencies.useCases);
    for (const { table, column, rewritten, unreadable } of columns) {
      output.write(`${table}.${column}: ${rewritten} sealed anew${unreadable > 0 ? `, ${unreadable} cannot be opened with any key given` : ""}\n`);
    }
    const unreadable = columns.reduce((sum, each) => sum + each.unreadable, 0);
    output.write(
      unreadable > 0
        ? "Add the missing keys to MILEPOST_ENCRYPTION_KEYS_OLD and run this again.\n"
        : "Done. Of the old keys only the last one named (the first key ever) is still needed: hashes for look-up and links are made with it.\n",
    );
    if (unreadable > 0) process.exitCode = 1;
  } finally {
    await dependencies.close();
  }
}
