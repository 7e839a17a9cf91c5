import { formatsOf } from "../number-format";

/** Amazon. Source: tracking_number_data, amazon.json. */
export const AMAZON_FORMATS = formatsOf("amazon", [
  { id: "amazon_logistics", pattern: /^TB[ACM][0-9]{12}$/, lengths: [15], starts: "T", weight: 0.96 },
  { id: "amazon_international", pattern: /^[AFC][0-9]{10}$/, lengths: [11], starts: "AFC", weight: 0.55 },
]);
