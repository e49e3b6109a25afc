/** The audit's server serves the tests too. */
export { type Server, serve } from "../../scripts/audit/serve.ts";
