import { onlyOne } from '../text/only-one'

/** The roles and users that a text names, as "role/NAME", by their names in small letters. */
export type NamedHolders = ReadonlyMap<string, string>

/** What names a role or user: an ARN, and what a task definition, a template or a command runs as. */
const NAMED_BY: readonly RegExp[] = [
  /arn:aws[\w-]{0,12}:iam::[^:\s]{1,20}:(?<kind>role|user)\/(?:[\w+=,.@-]{1,64}\/){0,8}(?<name>[\w+=,.@-]{2,63}[\w+=@-])(?![\w/*])/g,
  /arn:aws[\w-]{0,12}:sts::[^:\s]{1,20}:assumed-(?<kind>role)\/(?<name>[\w+=,.@-]{2,63}[\w+=@-])(?=["'/\s]|$)/g,
  /\b(?:task|execution|task_?execution|job|service|node|instance|pod)_?(?<kind>role)(?:_?arn|_?name)?["'`]?\s{0,3}[:=]\s{0,3}["'`]?(?<name>[\w+=,.@-]{2,63}[\w+=@-])(?=["'`,;)\s]|$)/gi,
  /\b(?<kind>role)_?name["'`]?\s{0,3}[:=]\s{0,3}["'`]?(?<name>[\w+=,.@-]{2,63}[\w+=@-])(?=["'`,;)\s]|$)/gi,
]

/** A name of one small word is a word of the language as well. */
const IN_WORDS =
  /\b(?<kind>role|user)(?: (?:named|called))?:? {0,2}["'`]?(?<name>(?=[\w+=,.@]{0,60}[-_\d+=@])[\w+=,.@-]{2,63}[\w+=@-])(?=["'`,;:).\s]|$)/gi

const MOST = 50

function addTo(found: Map<string, string>, text: string, words: RegExp): void {
  for (const { groups } of text.matchAll(words)) {
    const { kind = '', name = '' } = groups ?? {}
    const key = name.toLowerCase()
    if (found.size < MOST && !found.has(key)) found.set(key, `${kind.toLowerCase()}/${name}`)
  }
}

/** The roles and users that the ARNs of a text name, and the roles that it gives to a task, a service or a resource. */
export function holdersIn(text: string): NamedHolders {
  const found = new Map<string, string>()
  for (const words of NAMED_BY) addTo(found, text, words)
  return found
}

/** The same, with those that its sentences call a role or a user. */
export function holdersInWords(text: string): NamedHolders {
  const found = new Map(holdersIn(text))
  addTo(found, text, IN_WORDS)
  return found
}

/** Whose policy a line says it is, where it gives the name of one role or user of the text. */
export function holderIn(line: string, holders: NamedHolders): string | null {
  const words = line.toLowerCase().match(/[\w+=@-](?:[\w+=,.@-]{1,62}[\w+=@-])?/g) ?? []
  const named = words.flatMap((word) => holders.get(word) ?? [])
  return onlyOne(named) ?? null
}

/** Words that names of policies and roles have beside what they are of. */
const COMMON =
  /^(?:the|my|our|of|for|on|iam|aws|inline|managed|custom|attached|identity|polic(?:y|ies)|permissions?|role|user|json|txt|ya?ml)$/

const ownWords = (name: string): string =>
  name
    .toLowerCase()
    .split(/[\s_./:()'"`-]+/)
    .filter((word) => word !== '' && !COMMON.test(word))
    .join('-')

/** The role or user of a text that a policy is called after; null where it is called after none, or after several. */
export function holderCalled(policy: string, holders: NamedHolders): string | null {
  const exact = holders.get(policy.trim().toLowerCase())
  if (exact !== undefined) return exact
  const own = ownWords(policy)
  const called = own.length < LEAST ? [] : [...holders].filter(([name]) => ownWords(name) === own)
  return onlyOne(called)?.[1] ?? null
}

/** Fewer letters tell no name. */
const LEAST = 3

/** What the name of a policy says of whose it is: "the policy that Worker has", "of the role worker-role", "attached to Worker". */
const SAID_OF: readonly RegExp[] = [
  /(?:^|[\s(,:;])(?<name>[\w+=,.@-]{2,63}[\w+=@-])['"`]? (?:has|carries)\b/gi,
  /\b(?:of|attached to|set on)(?: the)?(?: role| user)? ['"`]?(?<name>[\w+=,.@-]{2,63}[\w+=@-])/gi,
]

/** A name that says itself that it is a role’s: FetchRole, fetch-role. A logical id may go on in the role’s own name. */
const OF_ROLE = /(?:[a-z\d]Role|[-_]role)$/

/** The role that the name of a policy says has it, where that is another than the caller; null: it does not say, or names several. */
export function holderInName(policy: string, caller: string): string | null {
  const own = caller.toLowerCase()
  const said = SAID_OF.flatMap((words) => Array.from(policy.matchAll(words), ({ groups }) => groups?.['name'] ?? ''))
  const isOther = (name: string): boolean => {
    const other = name.toLowerCase()
    return !own.includes(other) && !other.includes(own) && !policy.toLowerCase().includes(own)
  }
  return onlyOne(said.filter((name) => OF_ROLE.test(name) && isOther(name))) ?? null
}
