import type { BrandFont } from "~/domain/settings/brand";

/** What a message says, in words that are ready: the same for the HTML and for the plain text. */
export interface MailContent {
  locale: string;
  subject: string;
  /** Shown beside the subject in the list of mails. */
  preview: string;
  heading: string;
  greeting: string;
  paragraphs: string[];
  /** "Expected on Friday, 6 November", or null. */
  expected: string | null;
  /** Labels of the steps and how many are done; null where there is no way forward. */
  progress: { steps: string[]; done: number } | null;
  button: { label: string; url: string };
  number: { label: string; value: string } | null;
  items: { heading: string; lines: MailItem[]; more: string | null } | null;
  /** A line that holds the shop's address for questions, and the address. */
  question: { text: string; email: string } | null;
  footer: string;
  brand: { shopName: string; color: string; logoUrl: string | null; font: BrandFont };
}

export interface MailItem {
  title: string;
  variant: string | null;
  quantity: string;
  imageUrl: string | null;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}
