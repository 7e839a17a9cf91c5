import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { dhlParcelDe } from ".";

const read = reading(dhlParcelDe);
const event = (time: string, ice: string, ric: string, standard: string, back = "false") => `<data name="piece-event" event-timestamp="${time}" event-text="" ice="${ice}" ric="${ric}" standard-event-code="${standard}" ruecksendung="${back}"/>`;
const piece = (events: string) => `<data name="piece-shipment-list" code="0"><data name="piece-shipment" piece-code="0034" recipient-name="Kraemer" recipient-street="Weg 7" ice="X" ruecksendung="false"><data name="piece-event-list">${events}</data></data></data>`;

describe("dhl paket", () => {
  it.each([["DLVRD/NGHBR/ZU", "DELIVERED", "neighbour"], ["DSPSD/DMGED/ZU", "EXCEPTION", "destroyed"], ["DSPSD/NEWRC/ZU", "EXCEPTION", "destroyed"], ["NTDEL/NHOME/ZN", "ATTEMPTED_DELIVERY", "not_home"], ["SRTED/OTHER/PO", "OUT_FOR_DELIVERY", null], ["ZF", "READY_FOR_PICKUP", null], ["DD", "UNKNOWN", null], ["STORN/OTHER", "UNKNOWN", null]])(
    "explains %s",
    (code, status, detail) => {
      expect(dhlParcelDe.explain({ code, text: null })).toMatchObject({ status, detail });
    },
  );

  it("reads German time, summer and winter, and forgets who received it", () => {
    const known = read(piece(event("18.07.2026 10:02", "SRTED", "OTHER", "PO") + event("18.11.2026 10:02", "DLVRD", "OTHER", "ZU"))).shipments[0];
    expect(known?.events.map((one) => [one.time.at, one.time.certainty])).toEqual([[Date.UTC(2026, 10, 18, 9, 2), "local"], [Date.UTC(2026, 6, 18, 8, 2), "local"]]);
    expect(JSON.stringify(known)).not.toMatch(/Kraemer|Weg 7/);
  });

  it("marks a withdrawal, and a return by its flag", () => {
    const known = read(piece(event("01.11.2026 10:00", "DLVRD", "OTHER", "ZU") + event("01.11.2026 11:00", "STORN", "OTHER", "NB") + event("02.11.2026 10:00", "DLVRD", "OTHER", "ZU", "true"))).shipments[0];
    expect(statuses(known)).toEqual(["RETURNED", "UNKNOWN", "DELIVERED"]);
    expect(known?.events.map((one) => one.withdraws)).toEqual([false, true, false]);
  });

  it("finds errors inside HTTP 200", () => {
    expect(read('<data code="5" error="login failed"/>').problems[0]?.kind).toBe("auth");
    expect(read('<data code="100" error="no data"/>').problems[0]?.kind).toBe("not_found");
  });
});

describe("dhl paket: traps", () => {
  it("the same ICE means different things by its reason and standard code", () => {
    expect(dhlParcelDe.explain({ code: "SRTED/NRQRD/PO", text: null }).status).toBe("OUT_FOR_DELIVERY");
    expect(dhlParcelDe.explain({ code: "SRTED/NRQRD/NB", text: null }).status).toBe("IN_TRANSIT");
    expect(dhlParcelDe.explain({ code: "OFWRD/RTSCR/ZN", text: null }).status).toBe("RETURNING");
  });

  it("the hour that comes twice in autumn is a wall clock like any other", () => {
    const known = read(piece(event("25.10.2026 02:30", "SRTED", "OTHER", "NB"))).shipments[0];
    expect(known?.events[0]?.time).toMatchObject({ certainty: "local", said: "25.10.2026 02:30" });
  });

  it("the public status keeps its code in the list of a number, and the scans right under the piece", () => {
    const list = (inside: string, code = "0") => `<data request-id="1"><data name="piece-status-public-list" code="${code}" error="none" _piece-code="0034">${inside}</data></data>`;
    const known = read(list(`<data name="piece-status-public" piece-code="0034" ice="DLVRD" ric="OTHER" standard-event-code="ZU">${event("24.12.2026 07:23", "SRTED", "NRQRD", "PO")}${event("24.12.2026 09:32", "DLVRD", "OTHER", "ZU")}</data>`));
    expect(known.shipments).toMatchObject([{ number: "0034", summary: { status: "DELIVERED" } }]);
    expect(statuses(known.shipments[0])).toEqual(["DELIVERED", "OUT_FOR_DELIVERY"]);
    expect(read(list("", "100"))).toMatchObject({ shipments: [], problems: [{ kind: "not_found", number: "0034" }] });
  });

  it("a list of scans alone is a shipment by its identifier, a signature is none", () => {
    const known = read(`<data name="piece-event-list" code="0" piece-identifier="34043">${event("16.03.2026 16:53", "PARCV", "NRQRD", "VA")}${event("17.03.2026 11:20", "LDTMV", "MVMTV", "AA")}</data>`);
    expect(known.shipments[0]?.number).toBe("34043");
    expect(statuses(known.shipments[0])).toEqual(["IN_TRANSIT", "PRE_TRANSIT"]);
    expect(read('<data name="signature-list" code="0"><data name="signature" event-date="03.10.2026" mime-type="image/gif"/></data>').problems).toMatchObject([{ kind: "unparsable" }]);
  });

  it("attributes that are empty say nothing", () => {
    expect(read('<data name="piece-shipment-list" code="0"><data name="piece-shipment" piece-code="0034" ice="" ric="" standard-event-code="" ruecksendung=""/></data>').problems).toMatchObject([{ kind: "not_found", number: "0034" }]);
  });
});
