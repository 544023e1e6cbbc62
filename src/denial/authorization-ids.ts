/** The id that AWS gives a denial, in its message. */
export const AUTHORIZATION_ID = /\b(?:authorization\sid:\s?|#\/authorization-details\/)([a-z0-9]{8,64})\b/dgi

/** What stands for an id where names are replaced, with its number. */
const STAND_IN = /^exampleauthorization\d{1,6}$/

/** The authorization ids that a text holds: whoever has one, and the permission, reads the request’s context. */
export const authorizationIdsIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(AUTHORIZATION_ID), ([, id = '']) => id).filter((id) => !STAND_IN.test(id))),
]
