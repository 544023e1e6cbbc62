/** What a policy may be attached as. */
export const POLICY_FORMS = ['managed', 'role', 'group', 'user'] as const

/** One of the ways to attach a policy: as managed policies, or inline to a role, a group or a user. */
export type PolicyForm = (typeof POLICY_FORMS)[number]

/** The characters that a document, or all inline policies of one principal together, may have; and how many can be attached. */
interface Quota {
  readonly characters: number
  readonly policies: number
}

/**
 * White space is not counted. Ten managed policies is what a principal has without asking for more.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const POLICY_QUOTAS: Readonly<Record<PolicyForm, Quota>> = {
  managed: { characters: 6_144, policies: 10 },
  role: { characters: 10_240, policies: 1 },
  group: { characters: 5_120, policies: 1 },
  user: { characters: 2_048, policies: 1 },
}

/** A statement that allows, as a generated policy has it. */
export interface AllowStatement {
  readonly Sid?: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** A generated policy document. */
export interface AllowDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly AllowStatement[]
}

/** Statements on documents, and whether AWS takes them so. */
export interface SplitPolicy {
  readonly documents: readonly AllowDocument[]
  /** Of each document. */
  readonly lengths: readonly number[]
  readonly fits: boolean
}

/** A list of one value is written as that value. */
const written = (_: string, value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value[0] : value

/** The text of a document; on one line, as its characters are counted, where no indent is given. */
export const allowDocumentText = (document: AllowDocument, indent?: number): string =>
  JSON.stringify(document, written, indent)

const lengthOf = (statements: readonly AllowStatement[]): number =>
  allowDocumentText({ Version: '2012-10-17', Statement: statements }).length

/** What a statement adds to a document: itself and a comma. */
const weightOf = (statement: AllowStatement): number => JSON.stringify(statement, written).length + 1

const EMPTY = lengthOf([])

const halves = <T>(list: readonly T[]): readonly (readonly T[])[] => [
  list.slice(0, list.length >> 1),
  list.slice(list.length >> 1),
]

/** A statement in parts that each go into one document: by its resources, then by its actions. */
function partsOf(statement: AllowStatement, room: number): readonly AllowStatement[] {
  if (weightOf(statement) <= room) return [statement]
  const { Resource, Action } = statement
  if (Resource.length > 1) return halves(Resource).flatMap((part) => partsOf({ ...statement, Resource: part }, room))
  if (Action.length > 1) return halves(Action).flatMap((part) => partsOf({ ...statement, Action: part }, room))
  return [statement]
}

/** Each Sid once in its document: a part of a statement that was parted loses it. */
function withOwnSids(statements: readonly AllowStatement[]): readonly AllowStatement[] {
  const seen = new Set<string>()
  return statements.map(({ Sid, ...statement }) => {
    if (Sid === undefined || seen.has(Sid)) return statement
    seen.add(Sid)
    return { Sid, ...statement }
  })
}

/** Puts statements on as few documents as a simple packing needs, each within the quota. Inline policies are counted together. */
export function splitPolicy(statements: readonly AllowStatement[], form: PolicyForm): SplitPolicy {
  const { characters, policies } = POLICY_QUOTAS[form]
  const isOne = policies === 1
  const room = characters - EMPTY
  const pages: { readonly statements: AllowStatement[]; weight: number }[] = []
  const parts = isOne ? statements : statements.flatMap((statement) => partsOf(statement, room))
  for (const part of parts) {
    const weight = weightOf(part)
    const page = pages.find((each) => isOne || each.weight + weight <= room + 1)
    if (page === undefined) pages.push({ statements: [part], weight })
    else {
      page.statements.push(part)
      page.weight += weight
    }
  }
  const documents = pages.map((page): AllowDocument => ({
    Version: '2012-10-17',
    Statement: withOwnSids(page.statements),
  }))
  const lengths = documents.map((document) => allowDocumentText(document).length)
  return { documents, lengths, fits: lengths.every((length) => length <= characters) && documents.length <= policies }
}
