import { given, type Grammar, type Read } from './grammar'
import { roleIn } from './sought-thing'

/** Whoever makes a service's first call makes its role: the caller's permission, whatever role the words speak of. */
export const LINKED_ROLE = 'iam:CreateServiceLinkedRole'

/** A role that AWS made for a service, and whose policies nobody else writes. */
export const A_LINKED_ROLE = /\b[Ss]ervice[-\s][Ll]inked\s[Rr]ole\b|\bAWSServiceRoleFor[A-Z]/

/** A service-linked role that is not there, or was not made: whoever calls makes it. */
const LINKED_IS_GONE =
  /\b(?:(?:does|did|do)(?:\snot|n['\u2019]t)\sexist|not\s(?:be\s)?(?:found|created?)|missing|is\snot\spresent)\b/i

/** A service-linked role of which a sentence says that it is not there. */
export function readLinked({ words, rest }: Read): Grammar | null {
  if (!A_LINKED_ROLE.test(words)) return null
  return LINKED_IS_GONE.test(words.replaceAll(/\bmissing\s(?:\S{1,60}\s){0,4}permissions?\b/gi, ' ')) &&
    !/\bdelet/i.test(words + rest)
    ? { situation: 'linked-role-create', implies: { action: LINKED_ROLE } }
    : null
}

/** A role that is what was wanted, not who wanted it: whoever hands it over may not. */
const OF_PASSED_ROLE =
  /\baccess\sto\s(?:the\s)?(?:IAM\s)?role\b[^.\n]{0,300}?\s(?:is|was)\s(?:forbidden|denied|not\sallowed)\b/i

/** A role of which a sentence says that whoever called may not have it. */
export const readPassed = ({ words, operations }: Read): Grammar | null =>
  operations.length > 0 && OF_PASSED_ROLE.test(words)
    ? { implies: { action: 'iam:PassRole', ...given('resource', roleIn(words)) } }
    : null
