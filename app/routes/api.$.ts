import { apiError } from "~/routes-api.server";

const notFound = () => apiError(404, "not_found", "There is no such address in the API.");

export const loader = notFound;
export const action = notFound;
