import { json, type LoaderFunctionArgs } from "@remix-run/node";

import { requireShop } from "~/routes-auth.server";
import { readParam } from "~/routes-input.server";
import { problemReport } from "~/use-cases/imports/problem-report";

/** A file's bad rows as CSV, with what is wrong with each. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop, useCases } = await requireShop(request, context);
  const report = await problemReport(useCases, { shopId: shop.id, id: readParam(params, "id") });
  if (!report) throw json({ message: "This file is not there any more" }, { status: 404 });
  const bytes = report.text;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await bytes.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${report.fileName}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
