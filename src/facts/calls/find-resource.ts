import { firstOf, plainParameter, type ParameterValues } from './parameter-values'

/** A type of resource that an action can be limited to, as the service reference lists it. */
export interface ReferencedType {
  readonly name: string
  /** Its ARN, with `${Variable}` for each part that differs. */
  readonly arn: string
  /** AWS's mark; no proof that an ARN is needed. */
  readonly isRequired: boolean
}

interface Place {
  readonly partition: string
  readonly region: string
  readonly account: string
}

const VARIABLE = /\$\{(\w{1,60})\}/g

/** The word of a name without what says that it names something: `FunctionName`, `functionArn` and `function` are one. */
const stemOf = (name: string): string =>
  plainParameter(name)
    .replace(/(?:withoutleadingslash|withpath)$/, '')
    .replace(/(?:identifiers?|names?|ids?|arns?|url)$/, '')

/** Does an ARN have the form of a template? */
function fits(arn: string, template: string): boolean {
  const [written, wanted] = [arn.split(':'), template.replaceAll(VARIABLE, '|').split(':')]
  const [service, type] = [wanted[2], wanted.slice(5).join(':').split(/[/:|]/)[0]]
  const rest = written.slice(5).join(':')
  return written[0] === 'arn' && written[2] === service && (type === '' || type === undefined || rest.startsWith(type))
}

interface Filled {
  readonly resource: string
  /** Parts that nothing tells. */
  readonly open: number
}

function fill(type: ReferencedType, values: ParameterValues, place: Place, isOnly: boolean): Filled {
  let open = 0
  const variables = [...type.arn.matchAll(VARIABLE)].map(([, name]) => name!)
  const own = variables.filter((name) => !/^(?:Partition|Region|Account)$/.test(name))
  const stems = new Map([...values].filter(([name]) => !name.includes('.')).map(([name, list]) => [stemOf(name), list]))
  const resource = type.arn.replaceAll(VARIABLE, (_, name: string) => {
    if (name === 'Partition') return place.partition || 'aws'
    if (name === 'Region') return place.region || '<region>'
    if (name === 'Account') return place.account || '<account>'
    const byName = values.get(plainParameter(name)) ?? stems.get(stemOf(name)) ?? stems.get(plainParameter(type.name))
    const only = isOnly && own.length === 1 ? firstOf(values, ['name', 'id', 'identifier']) : []
    const value = (byName ?? only)[0]
    if (value === undefined || value === 'true' || value.startsWith('arn:')) {
      open += 1
      return `<${plainParameter(name).replace(/(?:name|id)$/, '') || type.name}>`
    }
    return /LeadingSlash/.test(name) ? value.replace(/^\//, '') : value
  })
  return { resource, open }
}

/** Do the parameters name a part of the ARN of a type? */
function namesPart({ arn }: ReferencedType, values: ParameterValues): boolean {
  const stems = new Set([...values.keys()].filter((name) => !name.includes('.')).map(stemOf))
  return [...arn.matchAll(VARIABLE)].some(
    ([, name]) => !/^(?:Partition|Region|Account)$/.test(name!) && stems.has(stemOf(name!)),
  )
}

/** The queue of a URL: its Region, account and name. */
const QUEUE_URL = /^https:\/\/sqs\.([a-z\d-]{5,30})\.amazonaws\.com(?:\.cn)?\/(\d{12})\/([\w.-]{1,80})$/

/**
 * The resource that the parameters of a call name: an ARN among them that has the form of a type of the action, else the
 * ARN of the type whose parts they name best. Null: the action has no types that are known.
 */
export function resourceByParameters(
  types: readonly ReferencedType[],
  values: ParameterValues,
  place: Place,
): { readonly type: string; readonly resource: string } | null {
  const queue = QUEUE_URL.exec(values.get('queueurl')?.[0] ?? '')
  if (queue)
    return { type: 'queue', resource: `arn:${place.partition || 'aws'}:sqs:${queue[1]}:${queue[2]}:${queue[3]}` }
  for (const type of types) {
    for (const [name, list] of values) {
      const arn = list[0] ?? ''
      if (arn.startsWith('arn:') && !name.includes('role') && fits(arn, type.arn))
        return { type: type.name, resource: arn }
    }
  }
  if (types.length > 1 && !types.some((type) => namesPart(type, values))) return null
  const tried = types.map((type) => ({ type, ...fill(type, values, place, types.length === 1) }))
  const [best] = tried.toSorted((a, b) => a.open - b.open || Number(b.type.isRequired) - Number(a.type.isRequired))
  return best === undefined ? null : { type: best.type.name, resource: best.resource }
}
