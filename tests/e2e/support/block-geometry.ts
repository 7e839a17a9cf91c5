import type { Page } from "playwright-core";

/** What is wrong with how the block is laid out; each an empty list when nothing is. */
export interface BlockGeometry {
  /** Width of the block and of what is around it, px. */
  width: number;
  available: number;
  rootFontSize: string;
  /** Fields and buttons less than 44 px high. */
  low: string[];
  /** Selects that look like a text field: a theme has taken their arrow away. */
  withoutArrow: string[];
  /** Clocks whose letters reach into the words beside them, or out of their column. */
  clocks: string[];
  /** Icons that reach out of the badge or dot around them. */
  icons: string[];
  /** How the steps stand. */
  steps: "row" | "column" | "none";
  /** Words of a label that are broken in two. */
  broken: string[];
  /** Text that reaches out of the block or is cut off by a box around it. */
  clipped: string[];
}

/** Measures the block, or the plain page, as it is shown now. */
export function measureBlock(page: Page): Promise<BlockGeometry> {
  return page.evaluate(() => {
    const root = document.querySelector(".mpt");
    if (!root) throw new Error("the block is not there");
    const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility() && !each.closest(".mpt-sr"));
    const name = (each: Element) => `${each.tagName.toLowerCase()}.${each.getAttribute("class") ?? ""} "${(each.textContent ?? "").trim().slice(0, 40)}"`;
    const rectsOf = (node: Node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter((rect) => rect.width > 0.5 && rect.height > 0.5);
    };
    const contains = (outer: DOMRect, inner: DOMRect) => inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5 && inner.top >= outer.top - 0.5 && inner.bottom <= outer.bottom + 0.5;

    const low = all("input:not([type=radio]):not([type=hidden]), select, textarea, button, summary, .mpt-star").filter((each) => each.getBoundingClientRect().height < 44).map(name);

    const withoutArrow = all("select").filter((each) => getComputedStyle(each).appearance === "none").map(name);

    const clocks = all(".mpt-scan").flatMap((scan) => {
      const clock = scan.querySelector(".mpt-clock");
      const text = scan.querySelector(".mpt-scan-text");
      if (!clock || !text) return [];
      const column = clock.getBoundingClientRect();
      const overlaps = rectsOf(clock).some((a) => a.left < column.left - 0.5 || a.right > column.right + 0.5 || rectsOf(text).some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
      return overlaps ? [name(clock)] : [];
    });

    const icons = all(".mpt-badge, .mpt-dot").filter((each) => {
      const icon = each.querySelector("svg");
      return icon !== null && !contains(each.getBoundingClientRect(), icon.getBoundingClientRect());
    }).map(name);

    const list = all(".mpt-steps")[0];
    const tops = new Set(list ? [...list.children].map((each) => Math.round(each.getBoundingClientRect().top)) : []);

    const broken = all(".mpt-step-label, .mpt-status, .mpt-title, .mpt-label, .mpt-button, .mpt-day-name, .mpt-clock, .mpt-star-name, .mpt-facts dt").flatMap((label) => {
      const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement?.closest(".mpt-sr")) continue;
        for (const word of (node.textContent ?? "").matchAll(/[\p{L}\p{N}:]+/gu)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          if (new Set([...range.getClientRects()].map((rect) => Math.round(rect.top))).size > 1) found.push(word[0]);
        }
      }
      return found;
    });

    const box = root.getBoundingClientRect();
    const clipped: string[] = [];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      if (!parent || parent.closest(".mpt-sr, style, script, option") || !parent.checkVisibility()) continue;
      const rects = rectsOf(texts.currentNode);
      if (rects.some((rect) => rect.left < box.left - 0.5 || rect.right > box.right + 0.5)) clipped.push(name(parent));
      for (let outer: Element | null = parent; outer && outer !== root; outer = outer.parentElement) {
        const style = getComputedStyle(outer);
        if (style.overflowX === "visible" && style.overflowY === "visible") continue;
        const frame = outer.getBoundingClientRect();
        if (rects.some((rect) => !contains(frame, rect))) clipped.push(name(parent));
      }
    }
    // A button's or a field's text is cut off by its own box.
    for (const each of all("button, select, input:not([type=radio]):not([type=hidden])")) if (each.scrollHeight > each.clientHeight + 1) clipped.push(name(each));

    const parent = root.parentElement as HTMLElement;
    const around = getComputedStyle(parent);
    return {
      width: box.width,
      available: parent.clientWidth - parseFloat(around.paddingLeft) - parseFloat(around.paddingRight),
      rootFontSize: getComputedStyle(document.documentElement).fontSize,
      low, withoutArrow, clocks, icons, broken, clipped,
      steps: !list ? "none" : tops.size === 1 ? "row" : "column",
    };
  });
}
