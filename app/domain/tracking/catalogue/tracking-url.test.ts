import { expect, it } from "vitest";
import { fillTemplate, trackingUrl } from "./tracking-url";

it.each([
  ["usps", "94001", "https://tools.usps.com/go/TrackConfirmAction?tLabels=94001"],
  ["dpd_fr", "05", "https://www.dpdgroup.com/nl/mydpd/my-parcels/track?lang=en&parcelNumber=05"],
  ["ups", "1Z 9&x", "https://www.ups.com/track?tracknum=1Z%209%26x"],
  ["ups", " ", null],
  ["chukou1", "1", null],
  ["nobody", "1", null],
])("links %s %j to %s", (carrier, number, url) => {
  expect(trackingUrl(carrier, number)).toBe(url);
});

it("fills a merchant's own template only where it has a place for the number", () => {
  expect(fillTemplate("https://courier.example/t/%s?n=%s", "A B")).toBe("https://courier.example/t/A%20B?n=A%20B");
  expect(fillTemplate("https://courier.example/", "1")).toBeNull();
});
