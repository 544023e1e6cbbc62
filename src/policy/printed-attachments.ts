import { bracketEnd } from '../text/bracket-end'
import { own } from '../text/own'

/** What a command of IAM printed of attachments: of a user, role, group or policy those that it lists. */
export interface PrintedAttachments {
  readonly lists: 'groups' | 'users' | 'managed' | 'inline' | 'holders'
  /** The kind of thing whose list it is, with its name. */
  readonly kind: 'user' | 'role' | 'group' | 'policy'
  readonly of: string
  readonly names: readonly string[]
}

/** Commands that list attachments whole. https://docs.aws.amazon.com/cli/latest/reference/iam/ */
const LISTS: Readonly<Record<string, Pick<PrintedAttachments, 'lists' | 'kind'>>> = {
  'list-groups-for-user': { lists: 'groups', kind: 'user' },
  'get-group': { lists: 'users', kind: 'group' },
  'list-attached-user-policies': { lists: 'managed', kind: 'user' },
  'list-attached-role-policies': { lists: 'managed', kind: 'role' },
  'list-attached-group-policies': { lists: 'managed', kind: 'group' },
  'list-user-policies': { lists: 'inline', kind: 'user' },
  'list-role-policies': { lists: 'inline', kind: 'role' },
  'list-group-policies': { lists: 'inline', kind: 'group' },
  'list-entities-for-policy': { lists: 'holders', kind: 'policy' },
}

const COMMAND =
  /\baws iam (get-group|list-(?:groups-for-user|attached-(?:user|role|group)-policies|(?:user|role|group)-policies|entities-for-policy))\b((?:[^\n\\]|\\\n?){0,400})\n/g

const NAMED = {
  user: /--user-name[ =]["']?([\w+=,.@-]{1,64})/,
  role: /--role-name[ =]["']?([\w+=,.@-]{1,64})/,
  group: /--group-name[ =]["']?([\w+=,.@-]{1,128})/,
  policy: /--policy-arn[ =]["']?arn:[^\s"']{1,600}\/([\w+=,.@-]{1,128})/,
} as const

const LONGEST = 20_000
const MOST_LINES = 60

const NAMES = /"\w{0,20}Name"\s{0,4}:\s{0,4}"([^"\n]{1,128})"/g
const STRINGS = /"([^"\n]{0,700})"(?!\s{0,4}:)/g

/** The names that a text of JSON lists; where nothing is called a name, all strings but those of its members. */
const valuesOf = (json: string): readonly string[] => {
  const named = [...json.matchAll(NAMES)]
  return (named.length > 0 ? named : [...json.matchAll(STRINGS)]).map(([, value]) => value!)
}

/** Dates, ids and paths, which stand beside a name in columns. */
const NO_NAME = /^(?:[A-Z\d]{16,}|\d{4}-\d\d-\d\d\S{0,30}|\/\S{0,300}|arn:\S{1,700}|None)?$/

/** A line of columns as the AWS CLI prints it as text: its kind in capitals, and what is listed. */
const COLUMNS = /^[A-Z]{4,24}(?:\t| {2,})\S/

/** What stands printed at a place; null: what stands there is no list. */
function printedAt(text: string, at: number): readonly string[] | null {
  const rest = text.slice(at, at + LONGEST)
  const from = rest.search(/\S/)
  const open = rest.charAt(from)
  if (open === '{' || open === '[') {
    const end = bracketEnd(rest, from + 1, LONGEST)
    return end === null ? null : valuesOf(rest.slice(from, end))
  }
  const lines = rest.split('\n', MOST_LINES)
  const last = lines.findIndex((line) => !COLUMNS.test(line))
  const columns = lines.slice(0, last < 0 ? lines.length : last)
  return columns.length === 0
    ? null
    : columns.flatMap((line) =>
        line
          .split(/\t| {2,}/)
          .slice(1)
          .map((one) => one.trim())
          .filter((one) => !NO_NAME.test(one)),
      )
}

/** The lists of attachments that commands printed in a text. */
export const printedAttachments = (text: string): readonly PrintedAttachments[] =>
  [...text.slice(0, LONGEST).matchAll(COMMAND)].flatMap(({ 0: whole, 1: command = '', 2: options = '', index }) => {
    const row = own(LISTS, command)
    const of = row && NAMED[row.kind].exec(options)?.[1]
    const names = of === undefined ? null : printedAt(text, index + whole.length)
    return row === undefined || of === undefined || names === null ? [] : [{ ...row, of, names }]
  })
