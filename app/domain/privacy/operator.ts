/** Who runs this installation, as its public pages say; null where the operator has not set it. */
export interface Operator {
  name: string | null;
  address: string | null;
  supportEmail: string | null;
  privacyEmail: string | null;
  /** A policy of the operator's own, which /privacy leads to. */
  privacyPolicyUrl: string | null;
}

/** The environment's names of what an installation for other people should say. */
export const OPERATOR_SETTINGS: Readonly<Record<keyof Operator, string>> = {
  name: "OPERATOR_NAME",
  address: "OPERATOR_ADDRESS",
  supportEmail: "SUPPORT_EMAIL",
  privacyEmail: "PRIVACY_CONTACT_EMAIL",
  privacyPolicyUrl: "PRIVACY_POLICY_URL",
};

/** The settings without which the public pages cannot say whom to turn to; a policy of the operator's own is no must. */
export function missingOperatorSettings(operator: Operator): string[] {
  const needed: (keyof Operator)[] = operator.privacyPolicyUrl === null ? ["name", "address", "supportEmail", "privacyEmail"] : ["name", "supportEmail"];
  return needed.filter((key) => operator[key] === null).map((key) => OPERATOR_SETTINGS[key]);
}
