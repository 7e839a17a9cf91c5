/** Loaded with `node --import` into the demo's app: when the demo is gone, however it went, the app stops too. */
process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 8_000).unref();
});
