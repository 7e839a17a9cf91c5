import type { LanguageRules } from "../text-rule";
import { DUTCH } from "./nl";
import { ENGLISH } from "./en";
import { FRENCH } from "./fr";
import { GERMAN } from "./de";
import { ITALIAN } from "./it";
import { PORTUGUESE } from "./pt";
import { SPANISH } from "./es";

/** Every language that is read; the order decides only whose name an answer carries when several agree. */
export const LANGUAGES: readonly LanguageRules[] = [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, PORTUGUESE];
