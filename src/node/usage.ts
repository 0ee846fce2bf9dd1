/** A command that was given in a way that it cannot be. */
export class UsageError extends Error {}
