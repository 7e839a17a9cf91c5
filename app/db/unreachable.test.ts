import { expect, it } from "vitest";

import { openDatabase } from "./database.server";

it("says in plain words that PostgreSQL cannot be reached, and never the password", async () => {
  for (const host of ["localhost", "127.0.0.1"]) {
    const message = await openDatabase({ url: `postgresql://milepost:s3cret@${host}:1/milepost`, dataDir: "" }).then(() => "opened", (error: Error) => error.message);
    expect(message).toMatch(/^PostgreSQL at (localhost|127\.0\.0\.1):1 cannot be used .*ECONNREFUSED.*DATABASE_URL/);
    expect(message).not.toContain("s3cret");
  }
});
