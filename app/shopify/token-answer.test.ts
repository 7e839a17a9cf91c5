import { expect, it } from "vitest";

import { readTokenAnswer } from "./token-answer";

const json = (value: unknown) => JSON.stringify(value);

it("reads a grant, expiring or not", () => {
  expect(readTokenAnswer(200, json({ access_token: "a", scope: "read_orders", expires_in: 3600, refresh_token: "r", refresh_token_expires_in: 7_776_000 }))).toEqual({
    kind: "granted",
    grant: { accessToken: "a", scope: "read_orders", expiresInS: 3600, refreshToken: "r", refreshTokenExpiresInS: 7_776_000 },
  });
  expect(readTokenAnswer(200, json({ access_token: "a" }))).toMatchObject({ kind: "granted", grant: { accessToken: "a", expiresInS: undefined, refreshToken: undefined } });
});

it.each([
  [400, json({ error: "invalid_grant" })],
  [401, json({ error: "invalid_grant", error_description: "expired" })],
  [401, json({ error: "invalid_request", error_description: "This request requires an active refresh_token" })],
  [400, json({ error: "invalid_subject_token" })],
  [400, "<html><title>400 - Oauth error app_not_installed</title></html>"],
])("takes %i %s for a refusal of the token", (status, body) => expect(readTokenAnswer(status, body)).toEqual({ kind: "refused" }));

it.each([
  [400, json({ error: "invalid_client" })],
  [401, json({ error: "invalid_client", error_description: "The refresh_token was not looked at" })],
  [400, "<title>Oauth error application_cannot_be_found</title>"],
])("takes %i %s for a refusal of the app", (status, body) =>
  expect(readTokenAnswer(status, body)).toMatchObject({ kind: "unavailable", reason: expect.stringContaining("SHOPIFY_API_SECRET") as string }));

it.each([
  [400, json({ error: "invalid_request", error_description: "missing client_id" })],
  [400, json({ errors: "Bad Request" })],
  [401, ""],
  [401, json({ error: "<script>" })],
  [403, json({ error: "invalid_grant" })],
  [408, ""],
  [429, ""],
  [430, ""],
  [503, json({ error: "invalid_grant" })],
  [520, "error code: 520"],
  [302, ""],
  [200, "<html>"],
  [200, json({ access_token: "" })],
])("takes %i %s for an answer that says nothing about the token", (status, body) => {
  const answer = readTokenAnswer(status, body);
  expect(answer.kind).toBe("unavailable");
  expect(JSON.stringify(answer)).not.toContain("<");
});

it.each([402, 404, 423])("takes %i for a shop that cannot be used", (status) => expect(readTokenAnswer(status, "").kind).toBe("denied"));
