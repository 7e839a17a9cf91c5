import { Refusal } from "../../behaviour/refusal";
import { bulkProblem } from "../../bulk/validate";
import { cancelBulk, startBulk } from "../../bulk/operation";
import type { Context } from "../context";
import { bulkQueriesDenied } from "../errors";
import { bulkOperationView } from "../views/bulk-operation";
import { payload, wanted } from "./payload";

/** How many queries may run at once in a shop, since API version 2026-01. */
const MAX_RUNNING = 5;

export function bulkMutations(ctx: Context): Record<string, unknown> {
  const { state } = ctx;
  return {
    bulkOperationRunQuery: (args: { query: string; groupObjects: boolean }) => {
      if (!ctx.world.access.mayRunBulkQueries()) throw bulkQueriesDenied();
      return payload("BulkOperationRunQueryPayload", { bulkOperation: null }, () => {
        const problem = bulkProblem(args.query);
        if (problem !== null) throw new Refusal(problem, ["query"], "INVALID");
        const running = Object.values(state.bulkOperations).filter((one) => one.status === "CREATED" || one.status === "RUNNING");
        if (running.length >= MAX_RUNNING) {
          throw new Refusal(`A bulk query operation for this app and shop is already in progress: ${running.map((one) => one.id).join(", ")}.`, null, "LIMIT_REACHED");
        }
        return { bulkOperation: bulkOperationView(startBulk(ctx, args.query, args.groupObjects)) };
      });
    },
    bulkOperationCancel: (args: { id: string }) =>
      payload("BulkOperationCancelPayload", { bulkOperation: null }, () => {
        const one = wanted(state.bulkOperations, "BulkOperation", args.id, ["id"]);
        cancelBulk(ctx, one);
        return { bulkOperation: bulkOperationView(one) };
      }),
  };
}
