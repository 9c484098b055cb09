/** A call that cannot be carried out as written: the message says what, where in the call, and the nearest right call. Ends a command with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
