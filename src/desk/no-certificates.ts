/**
 * Stands in the Worker for `@peculiar/x509` (wrangler.toml, [alias]), a twelfth of its size. The passkey
 * library reads certificates only to check who made an authenticator. The desk does not ask (its
 * ceremonies say `attestation: 'none'`), and refuses whoever brings certificates all the same.
 */
function refuse(): never {
  throw new Error('Passkeys with certificates are not accepted')
}

export {
  refuse as AuthorityKeyIdentifierExtension,
  refuse as CRLDistributionPointsExtension,
  refuse as SubjectKeyIdentifierExtension,
  refuse as X509Certificate,
  refuse as X509ChainBuilder,
  refuse as X509Crl,
}
