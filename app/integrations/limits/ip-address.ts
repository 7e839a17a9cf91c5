import { isIP } from "node:net";

/**
 * An IP address as proxies write it: with a port ("203.0.113.7:4711", "[2001:db8::1]:443"), in brackets, with a zone
 * ("fe80::1%eth0"), or IPv4 within IPv6 ("::ffff:203.0.113.7", which a server that listens on "::" reports).
 * @returns the address alone, IPv4 wherever it is one; null for anything else, such as "unknown" or "_hidden"
 */
export function readAddress(text: string): string | null {
  // Longer than any address with zone and port; what follows reads it with regular expressions.
  if (text.length > 100) return null;
  const written = text.trim();
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(written)?.[1];
  const withoutPort = /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(written)?.[1];
  const address = (bracketed ?? withoutPort ?? written).split("%", 1)[0] ?? "";
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return null;
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped ? [6, 7].flatMap((index) => [(groups[index] ?? 0) >> 8, (groups[index] ?? 0) & 0xff]).join(".") : address.toLowerCase();
}

/**
 * What an address counts as: IPv4 by itself, IPv6 by its first 64 bits, all of which one household or one rented server
 * has. Two spellings of one network give one key.
 * @param address from `readAddress`
 */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  return `${groupsOf(address).slice(0, 4).map((group) => group.toString(16)).join(":")}::/64`;
}

/** The eight groups of an IPv6 address, of which two may be written as an IPv4 address. */
function groupsOf(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [, start = "", a = 0, b = 0, c = 0, d = 0] = dotted ?? [];
  const plain = dotted ? `${start}${(Number(a) * 256 + Number(b)).toString(16)}:${(Number(c) * 256 + Number(d)).toString(16)}` : address;
  const [left = "", right] = plain.split("::");
  const head = left === "" ? [] : left.split(":");
  const tail = right ? right.split(":") : [];
  const missing = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(missing).fill("0"), ...tail].map((group) => Number.parseInt(group, 16));
}
