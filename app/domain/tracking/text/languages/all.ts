import type { LanguageRules } from "../text-rule";
import { ENGLISH } from "./en";
import { GERMAN } from "./de";

export const LANGUAGES: readonly LanguageRules[] = [ENGLISH, GERMAN];
