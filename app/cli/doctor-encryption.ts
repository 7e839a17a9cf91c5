import type { UseCaseContext } from "~/use-cases/context";
import type { KeysInUse } from "~/use-cases/rotate-encryption";

/** One line of the doctor's report. */
export interface EncryptionFinding {
  state: "ok" | "missing" | "broken";
  what: "encryption";
  detail: string;
}

const ROTATE = "npm run -s milepost -- rotate-keys";

/** What the keys given can open and find of what the database holds; every key that is missing is named. */
export function encryptionFindings(secrets: Pick<UseCaseContext["secrets"], "keyId" | "keyIds">, use: KeysInUse): EncryptionFinding[] {
  const finding = (state: EncryptionFinding["state"], detail: string): EncryptionFinding => ({ state, what: "encryption", detail });
  const missing = use.keys.filter((each) => !secrets.keyIds.includes(each.keyId));
  const findings: EncryptionFinding[] = [];
  const neverUsed = use.keys.length > 0 && !use.keys.some((each) => each.keyId === secrets.keyId);
  if (neverUsed && missing.length === use.keys.length) {
    return [finding("broken", `nothing in this database was made with MILEPOST_ENCRYPTION_KEY (id ${secrets.keyId}) or a key of MILEPOST_ENCRYPTION_KEYS_OLD; it was made with ${missing.map(named).join(" and ")}. This is the wrong key, or the wrong database.`)];
  }
  for (const each of missing) findings.push(finding("broken", `the key ${named(each)} is missing: ${made(each)} it made cannot be used. Add it to MILEPOST_ENCRYPTION_KEYS_OLD`));
  if (use.unnamed.orders > 0 && use.unnamed.madeBy === "missing") {
    findings.push(finding("broken", `the first key is missing: the look-up hashes of ${count(use.unnamed.orders, "order")} were made with a key that is neither MILEPOST_ENCRYPTION_KEY nor in MILEPOST_ENCRYPTION_KEYS_OLD. Shoppers cannot look these orders up, and a customer's data is not deleted by e-mail or phone. Add the first key, then run ${ROTATE}`));
  }
  for (const id of use.changed) findings.push(finding("broken", `the key with id ${id} is not the one that was used before under this id`));
  const old = use.keys.filter((each) => each.keyId !== secrets.keyId && secrets.keyIds.includes(each.keyId));
  const unnamed = use.unnamed.madeBy === "given" ? use.unnamed.orders : 0;
  if (old.length > 0 || unnamed > 0 || use.derivedLinks > 0) {
    const parts = [...old.map((each) => `${made(each)} made with ${named(each)}`), ...(unnamed > 0 ? [`look-up hashes of ${count(unnamed, "order")} of an earlier form`] : []), ...(use.derivedLinks > 0 ? [`${count(use.derivedLinks, "tracking link")} derived from the first key`] : [])];
    findings.push(finding("missing", `still to be made anew with the present key: ${parts.join("; ")}. Run ${ROTATE}; until then the older keys stay needed`));
  }
  if (findings.length > 0) return findings;
  const unneeded = secrets.keyIds.filter((id) => id !== secrets.keyId);
  return [finding("ok", `everything is sealed and hashed with the present key (id ${secrets.keyId})${unneeded.length > 0 ? `; MILEPOST_ENCRYPTION_KEYS_OLD (${unneeded.join(", ")}) is not needed any more` : ""}`)];
}

function named({ keyId, firstUsedAt }: KeysInUse["keys"][number]): string {
  return firstUsedAt ? `${keyId} (first used ${firstUsedAt.toISOString().slice(0, 10)})` : keyId;
}

function made({ values, orders }: KeysInUse["keys"][number]): string {
  return [values > 0 ? count(values, "sealed value") : null, orders > 0 ? `the look-up hashes of ${count(orders, "order")}` : null].filter((each) => each !== null).join(" and ");
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? "" : "s"}`;
}
