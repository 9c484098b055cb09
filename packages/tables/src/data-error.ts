/** Data that cannot be used as they are: the message says what, where, how many and what to do. Ends a command with exit code 1. */
export class DataError extends Error {
  override readonly name = 'DataError';
}
