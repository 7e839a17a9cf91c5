import { createDependencies } from "~/dependencies.server";
import { rotateEncryption } from "~/use-cases/rotate-encryption";

/** Prints one line a column; the exit code is 1 when a value was made with a key that is not configured. */
export async function rotate(output: NodeJS.WritableStream): Promise<void> {
  const dependencies = await createDependencies({ LOG_LEVEL: "silent", ...process.env });
  try {
    const { columns, orderHashes, links } = await rotateEncryption(dependencies.useCases);
    const lost = (count: number, why: string) => (count > 0 ? `, ${count} ${why}` : "");
    for (const { table, column, rewritten, unreadable } of columns) {
      output.write(`${table}.${column}: ${rewritten} sealed anew${lost(unreadable, "cannot be opened with any key given")}\n`);
    }
    output.write(`order look-up hashes: ${orderHashes.remade} made anew${lost(orderHashes.unreadable, "cannot be made anew with any key given")}\n`);
    output.write(`tracking links: ${links.remade} sealed${lost(links.unreadable, "were made with a key that is not given, and get a new address when they are next sent")}\n`);
    const unreadable = columns.reduce((sum, each) => sum + each.unreadable, 0) + orderHashes.unreadable + links.unreadable;
    output.write(
      unreadable > 0
        ? "Add the missing keys to MILEPOST_ENCRYPTION_KEYS_OLD and run this again.\n"
        : "Done. None of the old keys is needed any more: remove MILEPOST_ENCRYPTION_KEYS_OLD once every process runs with the new key.\n",
    );
    if (unreadable > 0) process.exitCode = 1;
  } finally {
    await dependencies.close();
  }
}
