import { graphqlDecimal } from "../../store/money";
import type { View } from "../context";

export function moneyV2(minor: number, currency: string): View {
  return { __typename: "MoneyV2", amount: graphqlDecimal(minor, currency), currencyCode: currency };
}

/** Shop and presentment currency are the same here. */
export function moneyBag(minor: number, currency: string): View {
  return { __typename: "MoneyBag", shopMoney: moneyV2(minor, currency), presentmentMoney: moneyV2(minor, currency) };
}
