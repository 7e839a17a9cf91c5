/** Which scans a rule is to be about: the code, the text, or both. */
export type MatchBy = "code" | "text" | "both";

/** A rule while it is written. */
export interface MappingDraft {
  provider: string;
  code: string;
  text: string;
  by: MatchBy;
  status: string;
  detail: string;
}

/** A kind of scan from which a rule can begin. */
export interface DraftSource {
  provider: string;
  code: string;
  text: string;
  status?: string;
  detail?: string | null;
  /** True where scans with this code mean several things. */
  coarse?: boolean;
}

export const EMPTY_DRAFT: MappingDraft = { provider: "", code: "", text: "", by: "code", status: "", detail: "" };

/**
 * Begins a rule with a scan: by its code where it has one, for texts vary with places and names; with its text where
 * the code alone means several things. What is not understood wants a choice; what is begins with how it is read now.
 */
export function draftOf({ provider, code, text, status = "UNKNOWN", detail = null, coarse = false }: DraftSource): MappingDraft {
  return { provider, code, text, by: code === "" ? "text" : coarse && text !== "" ? "both" : "code", status: status === "UNKNOWN" ? "" : status, detail: detail ?? "" };
}

/** Begins with a rule that is there: exactly what it names. */
export function draftOfRule(rule: DraftSource): MappingDraft {
  return { ...draftOf(rule), by: rule.code === "" ? "text" : rule.text === "" ? "code" : "both", status: rule.status ?? "" };
}

/** What the server is told of a draft: only the parts that count. */
export function draftFields(draft: MappingDraft): Record<string, string> {
  return {
    kind: "set",
    provider: draft.provider,
    code: draft.by === "text" ? "" : draft.code,
    text: draft.by === "code" ? "" : draft.text,
    status: draft.status,
    detail: draft.detail,
  };
}
