import { setupServer, type SetupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

/**
 * Answers this process's own network requests for a test file, so that code is tested with the platform's real `fetch`,
 * headers and streams: `network.use(http.post(url, …))` says what a test's requests get. A request that no test spoke
 * of fails.
 */
export function interceptNetwork(): SetupServer {
  const network = setupServer();
  beforeAll(() => network.listen({ onUnhandledFrame: "error" }));
  afterEach(() => network.resetHandlers());
  afterAll(() => network.close());
  return network;
}
