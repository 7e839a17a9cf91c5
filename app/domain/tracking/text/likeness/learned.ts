import { decodeModel } from "./encoding";
import { LEARNED } from "./learned.generated";
import type { LikenessModel } from "./model";

let decoded: LikenessModel | undefined;

/** The model that `npm run learn:scans` made from the known scans; unpacked at its first use. */
export function learnedModel(): LikenessModel {
  return (decoded ??= decodeModel(LEARNED));
}
