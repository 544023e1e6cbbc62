/** What somebody has, by their policies: whoever writes says so beside an error. */
const HELD =
  /\b(?:roles?|users?|polic(?:y|ies)|profile|identity|credentials)\s(?:(?!not\b|never\b|\S{0,20}n['\u2019]t\b)\S{1,40}\s){0,2}(?:already\s|also\s)?(?:has|have|allows?|grants?|includes?|contains?|covers?)\s(?!(?:no|not|only|insufficient|missing|the\s(?:required|necessary|right|correct))\b)[^\n]{0,120}\b[a-z][a-z\d-]{1,30}:[A-Z*]/i

/** What a service asks for, in the same words. */
const ASKED = /\b(?:please|must|should|make\ssure|ensure|verify|validate|check|whether|if|that|needs?|requires?)\b/i

/** Without the lines that only tell what somebody may do: they are no words of the refusal. */
export const withoutHeld = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !HELD.test(line) || ASKED.test(line))
    .join('\n')
