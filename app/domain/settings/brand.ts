/** Fonts a message and a page may use: stacks of what is on the reader's device, so that nothing is fetched. */
export const BRAND_FONTS = ["system", "humanist", "geometric", "serif", "mono"] as const;
export type BrandFont = (typeof BRAND_FONTS)[number];

export const DEFAULT_BRAND: { color: string; font: BrandFont } = { color: "#1f6f54", font: "system" };

const STACKS: Record<BrandFont, string> = {
  system: "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
  humanist: "'Gill Sans', 'Trebuchet MS', Candara, Calibri, sans-serif",
  geometric: "Avenir, 'Century Gothic', Futura, Montserrat, sans-serif",
  serif: "Georgia, 'Iowan Old Style', 'Times New Roman', serif",
  mono: "'SFMono-Regular', Menlo, Consolas, 'Liberation Mono', monospace",
};

/** A font's CSS value; single quotes inside, so that it may stand in a double-quoted attribute. */
export function fontStack(font: BrandFont): string {
  return STACKS[font];
}

/**
 * Black or white, whichever is the easier to read on a colour.
 * Formula: relative luminance and contrast ratio of WCAG 2.2.
 * @param color #rrggbb
 */
export function readableOn(color: string): "#ffffff" | "#111111" {
  const luminance = relativeLuminance(color);
  const whiteContrast = 1.05 / (luminance + 0.05);
  const blackContrast = (luminance + 0.05) / (relativeLuminance("#111111") + 0.05);
  return whiteContrast >= blackContrast ? "#ffffff" : "#111111";
}

/** 0 for black to 1 for white. */
function relativeLuminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
