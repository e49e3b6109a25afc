/** What every published file opens with. */

/** The first keys of a document of a type. */
export const schemaOf = <T extends string>(type: T) => ({
  $schema: `/data/schema/v1/${type}.json` as const,
  schemaVersion: "1.0" as const,
  type,
});
