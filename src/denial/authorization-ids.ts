/** The id that AWS gives a denial, in its message. */
export const AUTHORIZATION_ID =
  /\b(?:authorization\sid:\s?|#\/authorization-details\/)([a-z0-9][a-z0-9-]{6,62}[a-z0-9])\b/dgi

/** How a message goes on to say where AWS's record of a denial is to be had. */
export const AUTHORIZATION_POINTER =
  / Go to https:\/\/\S{1,300}#\/authorization-details\/\S{1,80} for complete details(?:, or call the GetRequestAuthorizationDetails API with the following authorization id: [a-z0-9][a-z0-9-]{6,62}[a-z0-9])?\.?/gi

/** A message without where its record is to be had, which is another one each time; and the id. */
export function splitAuthorizationId(message: string): { readonly words: string; readonly id: string | null } {
  if (!message.includes('authorization')) return { words: message, id: null }
  return { words: message.replace(AUTHORIZATION_POINTER, ''), id: authorizationIdsIn(message)[0] ?? null }
}

/** What stands for an id where names are replaced, with its number. */
const STAND_IN = /^exampleauthorization\d{1,6}$/

/** The authorization ids that a text holds: whoever has one, and the permission, reads the request’s context. */
export const authorizationIdsIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(AUTHORIZATION_ID), ([, id = '']) => id).filter((id) => !STAND_IN.test(id))),
]
