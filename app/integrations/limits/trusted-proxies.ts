import { BlockList, isIP } from "node:net";

import { readAddress } from "./ip-address";

/** Names for ranges, as they may stand in TRUSTED_PROXIES. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  /** RFC 1918 and 4193, link-local addresses, and RFC 6598, from which several hosts' load balancers call. */
  private: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "fc00::/7", "fe80::/10"],
  none: [],
};

/** A proxy in front of the app on the same machine or in the same network, as in compose.yaml. */
export const DEFAULT_TRUSTED_PROXIES = "loopback,private";

/** Which addresses are proxies whose X-Forwarded-For entries are believed. */
export interface TrustedProxies {
  /** @param address from `readAddress` */
  includes(address: string): boolean;
}

/** Whether an entry of TRUSTED_PROXIES can be read: an address, a range ("203.0.113.0/24") or a keyword. */
export function isProxyRange(entry: string): boolean {
  return Object.hasOwn(KEYWORDS, entry) || readRange(entry) !== null;
}

/**
 * @param entries the entries of TRUSTED_PROXIES
 * @throws Error for an entry that `isProxyRange` refuses
 */
export function createTrustedProxies(entries: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const entry of entries.flatMap((each) => (Object.hasOwn(KEYWORDS, each) ? (KEYWORDS[each] ?? []) : [each]))) {
    const range = readRange(entry);
    if (!range) throw new Error(`${entry} is not an address, a range or one of ${Object.keys(KEYWORDS).join(", ")}.`);
    list.addSubnet(range.address, range.bits, range.family);
  }
  return { includes: (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? "ipv4" : "ipv6") };
}

function readRange(entry: string): { address: string; bits: number; family: "ipv4" | "ipv6" } | null {
  const [written = "", bits, ...more] = entry.split("/");
  // A port or a zone is no part of a range.
  if (isIP(written) === 0 || more.length > 0) return null;
  const address = readAddress(written);
  if (address === null) return null;
  // An IPv4 address within IPv6 is compared as IPv4: its prefix would count other bits.
  if (isIP(address) !== isIP(written) && bits !== undefined) return null;
  const width = isIP(address) === 4 ? 32 : 128;
  const prefix = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
  return prefix >= 0 && prefix <= width ? { address, bits: prefix, family: width === 32 ? "ipv4" : "ipv6" } : null;
}
