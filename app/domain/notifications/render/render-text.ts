import { webAddress } from "./escape";
import type { MailContent } from "./mail-content";

/** The message as plain text: the same words, for readers that show no HTML and for those who like it so. */
export function renderText(content: MailContent): string {
  const url = webAddress(content.button.url);
  const blocks: (string | null)[] = [
    content.heading,
    content.greeting,
    ...content.paragraphs,
    content.expected,
    url ? `${content.button.label}:\n${url}` : null,
    content.number ? `${content.number.label}: ${content.number.value}` : null,
    content.items ? itemsText(content.items) : null,
    content.question?.text ?? null,
    `-- \n${content.brand.shopName}\n${content.footer}`,
  ];
  return `${blocks.filter((block): block is string => block !== null).join("\n\n")}\n`;
}

function itemsText(items: NonNullable<MailContent["items"]>): string {
  const lines = items.lines.map((item) => `- ${[item.title, item.variant, item.quantity].filter(Boolean).join(" · ")}`);
  return [items.heading, ...lines, ...(items.more ? [`  ${items.more}`] : [])].join("\n");
}
