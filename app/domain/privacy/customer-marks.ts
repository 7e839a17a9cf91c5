import { lettersAndDigits } from "../tracking/number-key";

/** By what a customer is recognised in texts whose form is not known: bodies of webhooks, rows of files, rules of a mapping. */
export interface CustomerMarks {
  /** The digits of Shopify's ids. */
  orderIds: ReadonlySet<string>;
  customerIds: ReadonlySet<string>;
  /** As they are compared, see `toNumberKey`. */
  trackingNumbers: ReadonlySet<string>;
  /** Order names, "#1001", folded. */
  orderNames: ReadonlySet<string>;
  /** E-mails, names, streets; folded. */
  phrases: ReadonlySet<string>;
  /** The last nine digits of phone numbers. */
  phones: ReadonlySet<string>;
}

/** What is known of a customer and their orders; every list may be empty. */
export interface KnownCustomer {
  orderGids: readonly string[];
  customerGids: readonly string[];
  trackingNumbers: readonly string[];
  orderNames: readonly string[];
  emails: readonly string[];
  phones: readonly string[];
  names: readonly string[];
  streets: readonly string[];
}

/** Shorter names and streets are words that other texts have too, in characters. */
const MIN_PHRASE = 5;
/** A shorter number is a count or a code. */
const MIN_NUMBER = 8;
const PHONE_DIGITS = 9;

export function customerMarks(known: KnownCustomer): CustomerMarks {
  const nameParts = known.names.flatMap((name) => name.split(/[\s,]+/));
  return {
    orderIds: new Set(known.orderGids.map(digitsOfGid)),
    customerIds: new Set(known.customerGids.map(digitsOfGid)),
    trackingNumbers: new Set(known.trackingNumbers.filter((key) => key.length >= MIN_NUMBER)),
    orderNames: new Set(known.orderNames.map(fold)),
    phrases: new Set([...known.emails, ...known.names, ...nameParts, ...known.streets].map(fold).filter((phrase) => phrase.length >= MIN_PHRASE)),
    phones: new Set(known.phones.map(lastDigits).filter((digits) => digits.length === PHONE_DIGITS)),
  };
}

/** Whether there is nothing by which a text could be recognised. */
export function hasNoMarks(marks: CustomerMarks): boolean {
  return Object.values(marks).every((set: ReadonlySet<string>) => set.size === 0);
}

const GID = /gid:\/\/shopify\/(order|customer)\/(\d{1,20})/g;
const ID_FIELD = /"(id|order_id|customer_id)" ?: ?"?(\d{1,20})/g;
const WORD = /[\p{L}\p{N}]{1,200}/gu;
const DIGITS = /\d[\d ().\-/]{6,30}\d/g;

/** Whether a text (JSON without escapes, XML, a form, a sentence) is about the customer. Takes time in proportion to it. */
export function mentionsCustomer(marks: CustomerMarks, text: string): boolean {
  const folded = fold(text);
  for (const [, kind, id = ""] of folded.matchAll(GID)) if ((kind === "order" ? marks.orderIds : marks.customerIds).has(id)) return true;
  for (const [, field, id = ""] of folded.matchAll(ID_FIELD)) if ((field !== "customer_id" && marks.orderIds.has(id)) || (field !== "order_id" && marks.customerIds.has(id))) return true;
  for (const [word] of folded.matchAll(WORD)) if (marks.trackingNumbers.has(word.toUpperCase())) return true;
  for (const phrase of marks.phrases) if (hasPhrase(folded, phrase)) return true;
  if (marks.phones.size > 0) for (const [digits] of folded.matchAll(DIGITS)) if (marks.phones.has(lastDigits(digits))) return true;
  return false;
}

/** The same for a row of a file, whose cells may also hold an order's name or a number with spaces. */
export function rowMentionsCustomer(marks: CustomerMarks, cells: readonly string[]): boolean {
  return cells.some((cell) => marks.orderNames.has(fold(cell)) || marks.trackingNumbers.has(lettersAndDigits(cell.slice(0, 300)))) || mentionsCustomer(marks, cells.join(" | "));
}

/** A phrase as whole words: "Jones" is not in "Joneses". */
function hasPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (!isWordUnit(text, at - 1) && !isWordUnit(text, at + phrase.length)) return true;
  }
  return false;
}

function isWordUnit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at] ?? "");
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

function digitsOfGid(gid: string): string {
  return gid.split("/").at(-1) ?? "";
}

function lastDigits(phone: string): string {
  return phone.replace(/\D/g, "").slice(-PHONE_DIGITS);
}
