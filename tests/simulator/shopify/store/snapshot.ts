import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One JSON file that follows a value in memory. */
export interface Snapshot<Value> {
  /** What the file held when it was opened, or null. */
  read(): Value | null;
  /** Writes the value soon; many calls in a row become one write. */
  write(value: Value): void;
  /** Writes at once and stops. */
  close(value: Value): Promise<void>;
}

const WRITE_AFTER_MS = 500;

/**
 * @param folder made if it is not there; null keeps nothing
 * @throws SyntaxError when the file is there but is not JSON: state is not thrown away without being asked
 */
export async function openSnapshot<Value>(folder: string | null, fileName: string): Promise<Snapshot<Value>> {
  if (folder === null) return { read: () => null, write: () => undefined, close: async () => undefined };
  await mkdir(folder, { recursive: true });
  const path = join(folder, fileName);
  const initial = await readJson<Value>(path);
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const save = (value: Value): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    const text = JSON.stringify(value);
    // Beside it and then renamed: a kill in the middle leaves the old file whole.
    writing = writing.catch(() => undefined).then(async () => {
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
    });
    return writing;
  };

  return {
    read: () => initial,
    write(value) {
      timer ??= setTimeout(() => void save(value), WRITE_AFTER_MS).unref();
    },
    close: save,
  };
}

async function readJson<Value>(path: string): Promise<Value | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  return JSON.parse(text) as Value;
}
