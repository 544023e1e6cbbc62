import { constructType, templateType } from '../facts/calls/template-types'
import { setOwn } from '../text/own'
import { parameterName } from './command-names'
import type { FoundCall } from './command-words'

/** A resource of Terraform; one of CloudFormation, by its type; a construct of the CDK. */
const RESOURCE =
  /\bresource\s{1,4}"(?<terraform>aws_[a-z\d_]{2,60})"\s{1,4}"[^"\n]{1,100}"\s{0,4}\{|["']?\bType["']?\s{0,4}:\s{0,4}["']?(?<cloudformation>AWS::[A-Za-z\d]{1,40}::[A-Za-z\d]{1,60})["']?|\bnew\s(?<module>[a-zA-Z]\w{1,30})\.(?<construct>[A-Z]\w{1,60})\(\s{0,4}this\s{0,2},\s{0,4}["'`][^"'`\n]{1,100}["'`]\s{0,2},\s{0,4}\{/g

const LONGEST_TEMPLATE = 4_000
const MOST = 60

/** Where the block that is open at a place ends. */
function blockEnd(text: string, from: number): number {
  const to = Math.min(text.length, from + LONGEST_TEMPLATE)
  let depth = 1
  for (let at = from; at < to; at++) {
    const char = text.charAt(at)
    if (char === '{') depth += 1
    else if (char === '}' && --depth === 0) return at
  }
  return to
}

/** A name at the outer level of a block, with what stands behind it on the line or in its brackets. */
const MEMBER =
  /(?<=^|[\n,{])\s{0,40}["']?(?<name>[A-Z]\w{0,60})["']?\s{0,40}(?<sign>[:=]|(?=\{))\s{0,4}(?<value>[^\n]{0,500})/gi

const LITERAL = /^(?:"(?<two>[^"\n]{0,300})"|'(?<one>[^'\n]{0,300})'|(?<plain>[\w./:@+-]{1,200})(?=[,\s]|$))/
const REFERENCE = /^(?:!|\$|[a-z]\w*\.)|\$\{/

function parametersIn(body: string): Record<string, string | true> {
  const parameters: Record<string, string | true> = {}
  for (const { groups } of [...body.matchAll(MEMBER)].slice(0, MOST)) {
    const { name = '', value = '' } = groups ?? {}
    const literal = LITERAL.exec(value)?.groups
    const text = literal?.two ?? literal?.one ?? literal?.plain
    const written = /^[[{]/.test(value) ? value.trimEnd() : text
    // What a template refers to is given, and its value is not known.
    const known = written === undefined || REFERENCE.test(written) ? true : written
    const key = parameterName(name)
    if (!Object.hasOwn(parameters, key)) setOwn(parameters, key, known)
  }
  return parameters
}

/** The lines below the type of a resource of CloudFormation that are as deep as it, or deeper. */
function propertiesOf(text: string, at: number, from: number): readonly [start: number, end: number] {
  const line = text.lastIndexOf('\n', at) + 1
  const indent = /^[ \t]*/.exec(text.slice(line, at))?.[0].length ?? 0
  let end = 0
  for (const [i, written] of text
    .slice(from, from + LONGEST_TEMPLATE)
    .split('\n')
    .entries()) {
    const deep = i === 0 ? undefined : /^([ \t]*)(?=\S)/.exec(written)?.[1]?.length
    if (deep !== undefined && deep < indent) break
    end += written.length + 1
  }
  return [from, Math.min(text.length, from + end - 1)]
}

/** The calls that resources of templates make when they are created, in order. */
export function findTemplateCalls(text: string): FoundCall[] {
  const found: FoundCall[] = []
  let floor = 0
  for (const { 0: head, index, groups } of text.matchAll(RESOURCE)) {
    if (index < floor) continue
    const { terraform, cloudformation, module, construct } = groups ?? {}
    const type =
      construct === undefined ? templateType(terraform ?? cloudformation ?? '') : constructType(module ?? '', construct)
    if (type === null) continue
    const from = index + head.length
    const [start, end] = cloudformation === undefined ? [from, blockEnd(text, from)] : propertiesOf(text, index, from)
    const body = text.slice(start, end).replace(/["']?\bProperties["']?\s{0,4}:\s{0,4}\{?/, '')
    const isWhole = !/\.{3}|…/.test(body)
    found.push({
      service: type.service,
      operation: type.creates,
      parameters: parametersIn(body),
      isWhole,
      isDeclared: true,
      range: [index, end],
    })
    floor = end
  }
  return found
}
