import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, it } from "vitest";

import { readConfig } from "./config.server";
import { developmentEncryptionKey } from "./development-key.server";

const folder = mkdtempSync(join(tmpdir(), "milepost-key-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("is made once, kept for the owner alone, and is a key", () => {
  const dataDir = join(folder, "data");
  const key = developmentEncryptionKey(dataDir);
  expect(developmentEncryptionKey(dataDir)).toBe(key);
  expect(developmentEncryptionKey(join(folder, "other"))).not.toBe(key);
  expect(statSync(join(dataDir, "development-encryption-key")).mode & 0o777).toBe(0o600);
  const env = { SHOPIFY_API_KEY: "k", SHOPIFY_API_SECRET: "s", SHOPIFY_APP_URL: "https://milepost.example", MILEPOST_DATA_DIR: dataDir };
  expect(readConfig({ ...env, NODE_ENV: "development" }, developmentEncryptionKey).encryption.key).toBe(key);
  expect(() => readConfig({ ...env, NODE_ENV: "production" }, developmentEncryptionKey)).toThrow("MILEPOST_ENCRYPTION_KEY");
  expect(() => readConfig(env, developmentEncryptionKey)).toThrow("MILEPOST_ENCRYPTION_KEY");
});
