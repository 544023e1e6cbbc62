import { DECLARED_KINDS, templateArnOf } from '../facts/declared-kinds'
import type { FoundPolicy } from './found-policy'
import { fillPlaceholders, holesIn, placeholdersIn } from './placeholders'

/** Names that stand whole in a template; what is made of others is known when it is deployed. */
const NAME = String.raw`["']?([\w./-]{1,128})["']?[ \t]*,?[ \t]*(?:#[^\n]*)?$`

/** So far a block is looked through for the name of what it declares. */
const LONGEST_BLOCK = 4000

/** Where another resource begins, or the next top level of a template. */
const NEXT =
  /\n(?:(?:resource|data|module|variable|output|locals)\b|[^\n]{0,60}\bType["']?:\s{0,4}["']?AWS::|["']?[A-Z]\w+["']?:)/

/** Blocks of which there are several, each with a name of its own, and things whose ARN has a path too. */
const HAS_MORE = /^\s{0,12}["']?(?:for_each|count|[pP]ath)["']?\s{0,20}[=:]/m

const blockAt = (text: string, at: number): string => {
  const rest = text.slice(at, at + LONGEST_BLOCK)
  const end = rest.search(NEXT)
  return end < 0 ? rest : rest.slice(0, end)
}

type Values = Map<string, string>

/** The first of two things of one name is as good as the other: then the text says nothing. */
function put(values: Values, twice: Set<string>, reference: string, value: string): void {
  if (values.has(reference) && values.get(reference) !== value) twice.add(reference)
  values.set(reference, value)
}

const RESOURCE = /^[ \t]*resource[ \t]+"(aws_\w{2,60})"[ \t]+"([\w-]{1,100})"[ \t]*\{/gm

function ofTerraform(text: string, values: Values, twice: Set<string>): void {
  for (const { index, 0: head, 1: type, 2: label } of text.matchAll(RESOURCE)) {
    const row = DECLARED_KINDS.find(({ terraform }) => terraform === type)
    const block = blockAt(text, index + head.length)
    if (row === undefined || row.named === null || HAS_MORE.test(block)) continue
    const [argument] = row.named
    const name = new RegExp(`^[ \\t]*${argument}[ \\t]*=[ \\t]*${NAME}`, 'm').exec(block)?.[1]
    if (name === undefined) continue
    const arn = templateArnOf(row, name)
    const reference = `${type}.${label}`
    put(values, twice, `${reference}.arn`, arn)
    put(values, twice, `${reference}.${argument}`, name)
    if (row.id !== null) put(values, twice, `${reference}.id`, row.id === 'arn' ? arn : name)
  }
  for (const { index, 0: head } of text.matchAll(/^[ \t]*locals[ \t]*\{/gm))
    for (const [, local, value] of blockAt(text, index + head.length).matchAll(
      /^[ \t]*(\w{1,60})[ \t]*=[ \t]*"([\w./-]{1,128})"[ \t]*$/gm,
    ))
      put(values, twice, `local.${local}`, value!)
}

const TYPED =
  /^([ \t]*)["']?(\w{1,120})["']?:(?: ?\{)?[ \t]*\n[ \t]*["']?Type["']?:[ \t]*["']?(AWS::\w{2,30}::\w{2,60})/gm

function ofCloudFormation(text: string, values: Values, twice: Set<string>): void {
  for (const { index, 0: head, 2: id, 3: type } of text.matchAll(TYPED)) {
    const row = DECLARED_KINDS.find(({ cloudFormation }) => cloudFormation === type)
    if (row === undefined || row.named === null || id === undefined) continue
    const block = blockAt(text, index + head.length)
    if (HAS_MORE.test(block)) continue
    const [, property] = row.named
    const name = new RegExp(`^[ \\t]*["']?${property}["']?:[ \\t]*${NAME}`, 'm').exec(block)?.[1]
    // What names itself is open: its name is what Ref stands for, or its attribute of that name.
    const nameOfRef = row.ref === 'name' ? id : `${id}.${property}`
    const arn = templateArnOf(row, name ?? `\${${nameOfRef}}`)
    for (const [attribute, end] of Object.entries(row.getAtt)) put(values, twice, `${id}.${attribute}`, arn + end)
    if (name !== undefined && row.ref !== null) put(values, twice, id, row.ref === 'arn' ? arn : name)
  }
}

/**
 * What references of templates stand for, where the text declares what they are to: by its whole name, or of CloudFormation,
 * which names a thing itself where nothing does, by its kind alone.
 */
function declaredIn(text: string): ReadonlyMap<string, string> {
  const values: Values = new Map()
  const twice = new Set<string>()
  ofTerraform(text, values, twice)
  ofCloudFormation(text, values, twice)
  for (const reference of twice) values.delete(reference)
  return values
}

const LONGEST_TEXT = 1_000_000

const isConverted = ({ notes }: FoundPolicy): boolean => notes.some(({ code }) => code === 'converted-to-json')

/** Policies of a template with the names that the same text gives to what they refer to. Those that stand there as JSON stay as they are. */
export function withDeclared(text: string, policies: readonly FoundPolicy[]): readonly FoundPolicy[] {
  if (text.length > LONGEST_TEXT || !policies.some((one) => isConverted(one) && one.text.includes('${')))
    return policies
  const values = declaredIn(text)
  if (values.size === 0) return policies
  return policies.map((policy) => {
    const filled = isConverted(policy) ? fillPlaceholders(policy.text, values) : policy.text
    if (filled === policy.text) return policy
    const names = placeholdersIn(filled)
    const notes = policy.notes.flatMap((note) =>
      note.code !== 'placeholders' ? [note] : names.length > 0 ? [{ ...note, data: { names: names.join(', ') } }] : [],
    )
    return { ...policy, text: filled, holes: holesIn(filled), notes }
  })
}
