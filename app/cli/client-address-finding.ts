import type { AddressDiagnosis } from "~/domain/client-addresses/diagnosis";

import type { Finding } from "./checks/finding";

/**
 * What `doctor` says of the addresses that limits count by.
 * @param trustedProxies the entries of TRUSTED_PROXIES
 */
export function clientAddressFinding(trustedProxies: readonly string[], diagnosis: AddressDiagnosis): Finding {
  const what = "client addresses";
  const trusted = `trusted proxies: ${trustedProxies.join(", ")}`;
  const help = "set TRUSTED_PROXIES, or have the proxy in front pass X-Forwarded-For on (docs/proxies.md)";
  switch (diagnosis.kind) {
    case "too_few":
      return { state: "ok", what, detail: `${trusted}; too few requests of shoppers in the last 24 hours to tell whether their addresses arrive` };
    case "ok":
      return { state: "ok", what, detail: `${trusted}; addresses of shoppers arrive` };
    case "shared": {
      const seen = diagnosis.addresses === 1 ? "every shopper of the last 24 hours had the same address" : `the shoppers of the last 24 hours had ${diagnosis.addresses} addresses together`;
      return { state: "missing", what, detail: `${seen} (${diagnosis.requests} requests): they use up each other's limits; ${help}; now ${trusted}` };
    }
    case "unknown":
      return { state: "missing", what, detail: `no shopper's address arrived in the last 24 hours (${diagnosis.requests} requests): limits by address are left out; ${help}; now ${trusted}` };
  }
}
