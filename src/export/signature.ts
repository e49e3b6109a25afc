/** Ed25519 (RFC 8032) signatures of the manifest, as `openssl pkeyutl -rawin` writes and checks them. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { hashOf } from "./hash.ts";

/** A key that cannot be used. */
export class KeyError extends Error {
  override name = "KeyError";
}

function keyOf(read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch (error) {
    throw new KeyError((error as Error).message);
  }
  if (key.asymmetricKeyType !== "ed25519") throw new KeyError(`Ed25519 ≠ ${key.asymmetricKeyType}`);
  return key;
}

/** The public key of a key in PEM, private or public. @throws KeyError */
export const publicKeyOf = (pem: string): string =>
  keyOf(() => createPublicKey(pem))
    .export({ type: "spki", format: "pem" })
    .toString();

/** The 64 bytes that sign these bytes. @throws KeyError */
export const signatureOf = (bytes: Uint8Array, privatePem: string): Uint8Array =>
  sign(
    null,
    bytes,
    keyOf(() => createPrivateKey(privatePem)),
  );

/** True where the signature is that of these bytes by the key's owner. @throws KeyError */
export const isSigned = (bytes: Uint8Array, signature: Uint8Array, publicPem: string): boolean =>
  verify(
    null,
    bytes,
    keyOf(() => createPublicKey(publicPem)),
    signature,
  );

/** What an editor can read out on the telephone: the SHA-256 of a key's DER form. @throws KeyError */
export const fingerprintOf = (pem: string): string =>
  hashOf(keyOf(() => createPublicKey(pem)).export({ type: "spki", format: "der" }));

/** True for an Ed25519 key in PEM. */
export function isKey(pem: string): boolean {
  try {
    keyOf(() => createPublicKey(pem));
    return true;
  } catch {
    return false;
  }
}
