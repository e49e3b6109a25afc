/** The manifest of a published site: size and SHA-256 of every file, and the source texts it was made from. */
import { z } from "zod";
import { compareText } from "../corpus/gazette.ts";
import { issueId } from "../document/schema.ts";
import { sha256 } from "./catalogue/schema.ts";
import { hashOf } from "./hash.ts";

/** A path from the site's root that leads to nothing above it. */
const path = z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\]+$/);

export const manifestSchema = z.strictObject({
  $schema: z.literal("/data/schema/v1/manifest.json"),
  schemaVersion: z.literal("1.0"),
  type: z.literal("manifest"),
  files: z.array(z.strictObject({ path, bytes: z.int().min(0), sha256 })),
  sources: z.array(
    z.strictObject({ issue: issueId, file: z.string(), bytes: z.int().min(0).nullable(), sha256 }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = Manifest["files"][number];
export type ManifestSource = Manifest["sources"][number];

/** Where the manifest, its signature and the key that checks it stand, from the site's root. */
export const MANIFEST = "data/manifest.json";
export const SIGNATURE = "data/manifest.sig";
export const PUBLIC_KEY = "data/manifest.pem";

/** The files that the manifest does not list: itself, and what is made of it. */
export const UNLISTED: readonly string[] = [MANIFEST, SIGNATURE];

/** A file as the manifest lists it. */
export const listed = (path: string, bytes: Uint8Array): ManifestFile => ({
  path,
  bytes: bytes.length,
  sha256: hashOf(bytes),
});

/** The text of the manifest of files and sources, in whatever order they come. */
export function manifestText(files: readonly ManifestFile[], sources: readonly ManifestSource[]): string {
  const manifest: Manifest = {
    $schema: "/data/schema/v1/manifest.json",
    schemaVersion: "1.0",
    type: "manifest",
    files: files.toSorted((a, b) => compareText(a.path, b.path)),
    sources: sources.toSorted((a, b) => compareText(a.issue, b.issue)),
  };
  return `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`;
}
