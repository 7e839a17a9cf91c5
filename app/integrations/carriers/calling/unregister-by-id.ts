import type { CarrierAdapter, CarrierContext, HttpRequest, TrackingQuery } from "../port";
import { problem } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { createRegister } from "./register";
import { readAnswer } from "./track";

/** How a provider is told to stop that knows its trackings by ids of its own. */
export interface EndingById {
  /** Looks one number up. */
  find(query: TrackingQuery, context: CarrierContext): HttpRequest;
  /** The ids in the decoded answer of the look-up; several where a number was registered for several carriers. */
  idsOf(answer: unknown): readonly (string | null)[];
  end(id: string, context: CarrierContext): HttpRequest;
  /** For answers that are errors. */
  parse: CarrierAdapter["parse"];
}

/** Makes `unregister` for such a provider. A number that it does not know is ended already. */
export function unregisterById(how: EndingById): NonNullable<CarrierAdapter["unregister"]> {
  return async (queries, context) => {
    const whole: Awaited<ReturnType<NonNullable<CarrierAdapter["unregister"]>>> = { accepted: [], problems: [] };
    for (const query of queries) {
      const found = await context.http.send(how.find(query, context));
      const good = found.status >= 200 && found.status < 300;
      const problems = good ? [] : readAnswer(how.parse, found, context.now()).problems;
      if (!good && problems.every((one) => one.kind !== "not_found")) {
        const said = problems.length > 0 ? problems : [problem("invalid", `The provider answered HTTP ${found.status}.`, { code: found.status })];
        whole.problems.push(...said.map((one) => ({ ...one, number: query.number })));
        continue;
      }
      const decoded = decodeBody(found.body);
      const ids = good && decoded.kind === "json" ? how.idsOf(decoded.value).filter((id) => id !== null) : [];
      const failed: typeof whole.problems = [];
      for (const id of ids) {
        const end = createRegister({ batch: 1, request: (_, inner) => how.end(id, inner), read: () => null, parse: how.parse });
        failed.push(...(await end([query], context)).problems);
      }
      if (failed.length === 0) whole.accepted.push({ number: query.number, carrier: query.carrier });
      else whole.problems.push(...failed.map((one) => ({ ...one, number: query.number })));
    }
    return whole;
  };
}
