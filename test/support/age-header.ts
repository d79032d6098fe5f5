/** Reads what a guess at the passphrase of an age file costs: the base-2 logarithm of scrypt's N, as its header says. */
export function workFactorOf(encrypted: Uint8Array): number | null {
  const [, found] =
    /^age-encryption\.org\/v1\n-> scrypt [^ \n]+ (\d+)\n/u.exec(
      Buffer.from(encrypted.subarray(0, 200)).toString('latin1'),
    ) ?? [];
  return found === undefined ? null : Number(found);
}
