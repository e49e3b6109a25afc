/** A source that shows no masthead: it cannot be told which issue it is. */
export class MastheadError extends Error {
  override name = "MastheadError";
}
