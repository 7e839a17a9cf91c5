import type { Words } from "../words";
import { details, pairs } from "./details";
import { phrases } from "./phrases";
import { returnStatuses, statuses } from "./statuses";

export const es: Words = { statuses, returnStatuses, details, pairs, phrases };
