import { readOnlyAdapter } from "../calling/reader";
import type { CarrierAdapter } from "../port";
import { explainEvri, parseEvri } from "./parse";

/**
 * Evri (formerly Hermes UK). Read only: the business host of its client API could not be verified after the rebrand, and
 * the feed of its public page is not licensed for apps.
 */
export const evri: CarrierAdapter = readOnlyAdapter({ code: "evri", name: "Evri", aliases: ["hermes_uk", "myhermes"], parse: parseEvri, explain: explainEvri });
