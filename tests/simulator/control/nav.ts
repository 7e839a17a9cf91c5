import { addresses } from "../demo/world";
import type { DemoPorts } from "../demo/ports";
import type { NavLink } from "./page";

/** The row of links at the head of every page of the simulator. */
export function navLinks(ports: DemoPorts): NavLink[] {
  const at = addresses(ports);
  return [
    { label: "Index", href: at.index }, { label: "Control", href: at.control }, { label: "Requests", href: `${at.index}/requests` },
    { label: "Mailbox", href: at.mailbox }, { label: "Phone", href: `${at.messages}/phone/` }, { label: "Team inbox", href: `${at.messages}/team/` },
  ];
}
