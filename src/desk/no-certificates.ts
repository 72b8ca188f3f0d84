/**
 * Stands in the Worker for what the passkey library reads certificates with (see `src/cli/worker.ts`),
 * a fifth of all that would be uploaded. It reads them only to check who made an authenticator. The
 * desk does not ask (its ceremonies say `attestation: 'none'`), and refuses whoever brings certificates
 * all the same. What is left of ASN.1 is a signature: two whole numbers.
 */
function refuse(): never {
  throw new Error('Passkeys with certificates are not accepted')
}

/** The one structure that is read: an ECDSA signature (RFC 3279, 2.2.3). */
export class ECDSASigValue {
  r: Uint8Array = new Uint8Array()
  s: Uint8Array = new Uint8Array()
}

export const AsnParser = {
  /** Gives a signature's two numbers, as DER writes them (X.690). Throws for all else. */
  parse(data: Uint8Array, wanted: unknown): ECDSASigValue {
    if (wanted !== ECDSASigValue) refuse()
    const [body, rest] = element(data, 0x30)
    const [r, afterR] = element(body, 0x02)
    const [s, afterS] = element(afterR, 0x02)
    if (rest.length + afterS.length > 0) throw new Error('A signature is followed by more')
    return { r, s }
  },
}

/** Cuts the element that the bytes begin with from what follows it. */
function element(bytes: Uint8Array, tag: number): [Uint8Array, Uint8Array] {
  // A length under 128 stands in one byte. P-521 signatures need two: 0x81, and the length.
  const isLong = bytes[1] === 0x81
  const start = isLong ? 3 : 2
  const length = bytes[start - 1] ?? 0
  const end = start + length
  if (bytes[0] !== tag || length >= 0x80 !== isLong || length === 0 || end > bytes.length) {
    throw new Error('This is no ECDSA signature in DER')
  }
  return [bytes.subarray(start, end), bytes.subarray(end)]
}

/** Knows no kind of authenticator. */
export const MetadataService = { getStatement: refuse }

export {
  refuse as Apple_WebAuthn_Root_CA,
  refuse as AuthorityKeyIdentifierExtension,
  refuse as BasicConstraints,
  refuse as CRLDistributionPointsExtension,
  refuse as Certificate,
  refuse as ECParameters,
  refuse as ExtendedKeyUsage,
  refuse as id_ce_basicConstraints,
  refuse as id_ce_extKeyUsage,
  refuse as id_ce_keyDescription,
  refuse as id_ce_subjectAltName,
  refuse as id_ecdsaWithSHA256,
  refuse as id_ecdsaWithSHA384,
  refuse as id_ecdsaWithSHA512,
  refuse as id_ecPublicKey,
  refuse as id_ml_dsa_44,
  refuse as id_ml_dsa_65,
  refuse as id_ml_dsa_87,
  refuse as id_rsaEncryption,
  refuse as id_secp256r1,
  refuse as id_secp384r1,
  refuse as id_sha1WithRSAEncryption,
  refuse as id_sha256WithRSAEncryption,
  refuse as id_sha384WithRSAEncryption,
  refuse as id_sha512WithRSAEncryption,
  refuse as KeyDescription,
  refuse as OctetString,
  refuse as RSAPublicKey,
  refuse as SubjectAlternativeName,
  refuse as SubjectKeyIdentifierExtension,
  refuse as convertX509PublicKeyToCOSE,
  refuse as getCertificateInfo,
  refuse as GlobalSign_Root_CA,
  refuse as GlobalSign_Root_CA_R3,
  refuse as GlobalSign_Root_R46,
  refuse as Google_Hardware_Attestation_Root_1,
  refuse as Google_Hardware_Attestation_Root_2,
  refuse as Google_Hardware_Attestation_Root_3,
  refuse as Google_Hardware_Attestation_Root_4,
  refuse as validateCertificatePath,
  refuse as validateExtFIDOGenCEAAGUID,
  refuse as verifyAttestationAndroidKey,
  refuse as verifyAttestationAndroidSafetyNet,
  refuse as verifyAttestationApple,
  refuse as verifyAttestationFIDOU2F,
  refuse as verifyAttestationTPM,
  refuse as verifyAttestationWithMetadata,
  refuse as X509Certificate,
  refuse as X509ChainBuilder,
  refuse as X509Crl,
}
