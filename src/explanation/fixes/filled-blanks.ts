import { ARN_OF } from '../../iam/arn-in-text'
import { serviceOfArn, splitArn } from '../../iam/arn'
import { wholeCase } from '../../case/whole-case'
import type { Facts } from '../../knowledge/knowledge'
import { regionsIn } from '../../iam/regions-in-text'
import { matchWildcard } from '../../iam/wildcard'
import { eachBlank, hasBlank } from '../../text/blank'
import { escaped } from '../../text/escaped'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import { textValues, withTextValues } from '../causes/text-values'
import type { Fix } from '../explanation'
import type { Instruction, InstructionCommand } from '../instruction'
import type { JudgedCase } from '../judged-case'
import { changedTexts, inCode, withChangedTexts } from './fix-texts'
import { accountBehindMask, isAccountMasked, unmasked } from './masked-account'

/** So much of a text is looked through. */
const MOST_TEXT = 50_000

/** What a blank can be filled with besides what a text names by the blank's own name: where the text says it. */
const SAID: Readonly<Record<string, RegExp>> = {
  '<ARN of the MFA device>': new RegExp(ARN_OF.device, 'g'),
  '<client id>': /(?:--client[_-]id[ =]{1,2}|"clientId"\s{0,3}:\s{0,3})["']?([\w.:#@-]{1,128})(?=["'\s]|$)/g,
  '<dbi resource id>': /\bDbiResourceId\W{1,12}((?:db|cluster)-[A-Z\d]{10,30})\b/g,
  '<task>': /--tasks?[ =]["']?([\da-f]{32})\b/g,
  // Of the image that is pushed or pulled, and of the roles that the CDK makes: their names end in it.
  '<region>':
    /\bdocker (?:push|pull|run) [^\n]{0,200}?\d{12}\.dkr\.ecr\.([a-z\d-]{5,30})\.amazonaws\.com|\bcdk-\w{1,10}-[a-z-]{5,40}-role-\d{12}-([a-z]{2}-[a-z-]{4,20}-\d)\b/g,
  '<role name with path>': /\brole name:? ["'`]?([\w+=,.@-]{1,64})(?<!\.)(?=["'`]?(?:\s|\.|$))/g,
}

/** A name that people write where they keep their own to themselves. */
const PLACEHOLDER = /^(?:your|my|some)[-_]|^(?:x{3,}|redacted|example|placeholder)$/i

/** The operation that makes a thing of a type, where the check of its tags asks for it. */
const MADE_BY: Readonly<Record<string, string>> = {
  targetgroup: 'CreateTargetGroup',
  loadbalancer: 'CreateLoadBalancer',
  listener: 'CreateListener',
  'listener-rule': 'CreateRule',
}

/** The type of a thing, as its ARN has it. */
const typeOf = (arn: string): string => /^[a-z-]+/.exec(splitArn(arn)?.[5] ?? '')?.[0] ?? ''

/** The value of a tag as the call or the template of the text has it. */
function tagIn(text: string, key: string): string | undefined {
  const name = escaped(key)
  const forms = [
    String.raw`\bKey["']?[=:]\s{0,2}["']?${name}["']?\s{0,2}[,&]\s{0,2}["']?(?:[\w.]{1,80}\.)?Value["']?[=:]\s{0,2}["']?([\w.:/@+-]{1,120})`,
    String.raw`(?<![\w:/.-])["']?${name}["']?\s{1,20}=\s{1,3}"([\w.:/@+ -]{1,120})"`,
  ]
  return onlyOne(
    forms.flatMap((form) =>
      [...text.matchAll(new RegExp(form, 'g'))].flatMap(([, value]) => (value === undefined ? [] : [value])),
    ),
  )
}

const TAG = /\bKey=([^,'"{}<>\s]{1,128}),Value=<value>/g

/**
 * What a text says for a command: of several Regions none, and of a registry of images the account alone, which is no host to
 * sign in to.
 */
function withoutUnsure({ registry: _host, region, ...values }: Facts, text: string): Facts {
  const isOne = new Set(regionsIn(text)).size < 2
  return region === undefined || !isOne ? values : { ...values, region }
}

/** What is known for the blanks of a judged case, each read once. */
function evidenceOf(judged: JudgedCase) {
  const { request, error = '' } = judged.accessCase
  const text = error.slice(0, MOST_TEXT)
  let values: Facts | null = null
  const valuesOf = (): Facts => {
    const { account, ...others } = withoutUnsure(textValues(judged), text)
    // Whoever hides an account may name that of another.
    const isHidden = isAccountMasked(request.resource) || isAccountMasked(request.principal)
    const known = accountBehindMask(judged, request.resource) ?? (isHidden ? undefined : account)
    return known === undefined ? others : { ...others, account: known }
  }
  const said = (blank: string): string | undefined => {
    const form = own(SAID, blank)
    const found =
      form === undefined
        ? undefined
        : onlyOne([...text.matchAll(form)].map(([all, ...names]) => names.find((one) => one !== undefined) ?? all))
    return found === undefined || PLACEHOLDER.test(found) ? undefined : found
  }
  return {
    text,
    said,
    values: (): Facts => (values ??= valuesOf()),
    type: typeOf(request.resource),
  }
}

/** Texts with each blank filled that the text of the error, the policies or the parameters of the call show. */
export function blankFiller(judged: JudgedCase): (text: string) => string {
  const { text, said, values, type } = evidenceOf(judged)
  return (written) => {
    const seen = written.startsWith('arn:') ? unmasked(judged, written) : written
    if (!hasBlank(seen)) return seen
    // What S3 calls a key is no key of KMS.
    const { key: _ofObject, ...others } = values()
    const known = serviceOfArn(seen) === 's3' ? values() : others
    const tagged = seen.replace(TAG, (all, key: string) => all.replace('<value>', tagIn(text, key) ?? '<value>'))
    const filled = eachBlank(tagged, (blank) => said(blank) ?? blank)
    return withTextValues(filled, known)
      .replace('<type of resource>', /^[a-z][a-z-]*$/.test(type) ? type : '<type of resource>')
      .replace('<operation name>', own(MADE_BY, type) ?? '<operation name>')
  }
}

/** A fix whose blanks have what is known in their place. */
export function withFilledBlanks(fix: Fix, there: string, fill: (text: string) => string): Fix {
  if (!fix.changes.some(({ after }) => hasBlank(after))) return fix
  const changes = changedTexts(fix, there, fill)
  return changes.every((change, at) => change === fix.changes[at]) ? fix : withChangedTexts(fix, changes, there, fill)
}

/** A word of a command needs no quotes once its blank is filled. */
const inCommand = (command: string, fill: (text: string) => string): string => {
  const filled = fill(command)
  return filled === command ? command : filled.replaceAll(/(?<=^|\s)'([\w+=,.@:/-]+)'(?=\s|$)/g, '$1')
}

/** An instruction whose blanks have what is known in their place. */
const withFilledCommands = (instruction: Instruction, fill: (text: string) => string): Instruction => ({
  ...instruction,
  sentence: inCode(instruction.sentence, fill),
  commands: instruction.commands.map((command): InstructionCommand => ({
    ...command,
    bash: inCommand(command.bash, fill),
    powershell: fill(command.powershell),
  })),
})

/** Fewer letters than these a pattern does not say to be of one name. */
const LEAST_NAMED = 4

/** The value of an option for which a pattern is asked, where one name of the text fits it. */
function withNameOfPattern(instruction: Instruction, text: string): Instruction {
  const patterns = instruction.sentence.flatMap((one) =>
    one.mark === 'code' && one.text.includes('*') && one.text.replaceAll(/[*?]/g, '').length >= LEAST_NAMED
      ? [one.text]
      : [],
  )
  const [pattern, ...others] = patterns
  if (pattern === undefined || others.length > 0) return instruction
  const names = text.match(/(?<![\w+=,.@*-])[\w+=,.@-]{2,64}(?<![.,])(?![\w+=@*-])/g) ?? []
  const named = onlyOne(names.filter((name) => matchWildcard(pattern, name)))
  if (named === undefined) return instruction
  const fill = (command: string): string => command.replace(/'<value>'|<value>/, () => named)
  return {
    ...instruction,
    commands: instruction.commands.map((one) =>
      one.is === 'added' ? { ...one, bash: fill(one.bash), powershell: fill(one.powershell) } : one,
    ),
  }
}

/** Has an instruction something to be filled in? */
const isOpen = ({ sentence, commands }: Instruction): boolean =>
  sentence.some(({ text }) => hasBlank(text)) || commands.some(({ bash }) => hasBlank(bash))

/** Instructions whose blanks have what is known in their place. */
export const withFilledInstructions = (
  judged: JudgedCase,
  instructions: readonly Instruction[],
): readonly Instruction[] => {
  if (!instructions.some(isOpen)) return instructions
  const fill = blankFiller({ ...judged, accessCase: wholeCase(judged.accessCase) })
  const text = (judged.accessCase.error ?? '').slice(0, MOST_TEXT)
  return instructions.map((one) => (isOpen(one) ? withNameOfPattern(withFilledCommands(one, fill), text) : one))
}
