import { findAdapter } from "~/integrations/carriers/registry";

import { CommandError } from "../command-error";

/** The forms of a carrier's name that its files need. */
export interface CarrierNaming {
  /** As people write it, e.g. "Acme Post". */
  name: string;
  /** Milepost's code and the folder's name, e.g. "acme_post". */
  code: string;
  /** For file names, e.g. "acme-post". */
  kebab: string;
  /** e.g. "acmePost" and "AcmePost" and "ACME_POST". */
  camel: string;
  pascal: string;
  upper: string;
}

/** Words that TypeScript keeps for itself, and names that the new files or their neighbours use. */
const RESERVED = new Set(
  "at code context describe digits estimate events expect it json known number parser problem query read rows scan shipment stated test text value vi await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield async arguments index reading calling port registry".split(" "),
);
const LONGEST = 40;

/**
 * Reads what was typed: "Acme Post" as well as "acme_post" or "acme-post".
 * @throws CommandError that says what a name may be, or who has it already
 */
export function carrierNaming(typed: string): CarrierNaming {
  const said = typed.trim();
  const words = said.split(/[\s_-]+/).filter((word) => word !== "");
  if (said === "" || words.length === 0) throw new CommandError('A name is missing: npm run -s milepost -- new-carrier "Acme Post".');
  if (!/^[A-Za-z][A-Za-z0-9 _-]*$/.test(said)) {
    throw new CommandError(`"${said}" cannot be the name of a folder: begin with a letter and use letters (a to z), digits, blanks, "_" and "-" only.`);
  }
  const code = words.map((word) => word.toLowerCase()).join("_");
  if (code.length > LONGEST) throw new CommandError(`"${said}" is too long: ${LONGEST} characters at most.`);
  if (RESERVED.has(code)) throw new CommandError(`"${said}" is a word with a meaning of its own in the code; take a fuller name, e.g. "${said} Post".`);
  const taken = findAdapter(code);
  if (taken !== null) throw new CommandError(`"${said}" is there already: ${taken.name}, in app/integrations/carriers/${folderOf(taken.code)}/.`);
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const lower = words.map((word) => word.toLowerCase());
  return {
    name: /[A-Z]/.test(said) ? words.join(" ") : lower.map(capital).join(" "),
    code,
    kebab: lower.join("-"),
    camel: lower.map((word, place) => (place === 0 ? word : capital(word))).join(""),
    pascal: lower.map(capital).join(""),
    upper: code.toUpperCase(),
  };
}

function folderOf(code: string): string {
  return code === "17track" ? "seventeen_track" : code;
}
