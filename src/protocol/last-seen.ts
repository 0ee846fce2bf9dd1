/**
 * What a kernel last saw of a variable, in a few words: a silent `execute_request` carries the name
 * as a user expression, and the reply its shape and dtype as plain text. Nothing is run for it.
 */
export const LAST_SEEN_EXPRESSION = 'lessonbook.lastSeen';
