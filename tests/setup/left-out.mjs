// Printed after `npm test`, so that nobody takes it for the whole.
process.stdout.write(
  "\nLeft out here, for they need a server or a browser:\n" +
    "  npm run test:postgres   the database tests on real PostgreSQL (TEST_DATABASE_URL) and the crash tests\n" +
    "  npm run test:e2e        the browser tests (Chromium), and those behind the real proxy (Caddy)\n\n",
);
