import { expect, it } from "vitest";
import { formsOf } from "./html-form";

it("reads what a browser would send of an untouched form", () => {
  const [form] = formsOf(`<form action="/apps/track/feedback?a=1&amp;b=2" method="post"><input type="hidden" name="t" value="x&quot;y"><input type="radio" name="rating" value="5"><textarea name="comment"></textarea><button name="go">Go</button></form>`);
  expect(form).toMatchObject({ action: "/apps/track/feedback?a=1&b=2", method: "POST" });
  expect([...(form?.fields ?? [])]).toEqual([["t", 'x"y']]);
  expect([...(form?.names ?? [])]).toEqual(["t", "rating", "comment", "go"]);
});
