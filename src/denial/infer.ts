import { actionsOfOperation, serviceOfOperation } from '../iam/operations'
import type { Inferred } from './denial'

interface Said {
  readonly principal: string | null
  readonly action: string | null
  readonly resource: string | null
  readonly operation: string | null
  readonly service: string | null
}

const ACCOUNT = /^\d{12}$/

/** The fields of an ARN that name the Region and the account, where they are really there. */
function arnFields(arn: string | null): { region?: string; account?: string } {
  const fields = /arn:aws[\w-]*:[^:]*:([^:]*):([^:]*):/.exec(arn ?? '')
  const region = fields?.[1] ?? ''
  const account = fields?.[2] ?? ''
  return {
    ...(/^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(region) ? { region } : {}),
    ...(ACCOUNT.test(account) ? { account } : {}),
  }
}

function inferAction(said: Said): { action?: string; service?: string; furtherActions?: string } {
  const { action, operation } = said
  const service = said.service ?? (operation === null ? null : serviceOfOperation(operation))
  if (action !== null && action.includes(':')) {
    const [prefix = '', name = ''] = action.split(':')
    const plain = `${prefix.toLowerCase()}:${name}`
    return plain === action ? {} : { action: plain }
  }
  const name = action ?? operation
  if (name === null || service === null || !/^\w+$/.test(name))
    return service !== said.service && service ? { service } : {}
  const actions = actionsOfOperation(service, name)
  return {
    ...(actions[0] === undefined ? {} : { action: actions[0] }),
    ...(actions.length > 1 ? { furtherActions: actions.slice(1).join(', ') } : {}),
    ...(said.service === null ? { service } : {}),
  }
}

/** What follows from the fields of a denial without being written in it. */
export function infer(said: Said): Inferred {
  const of = { principal: arnFields(said.principal), resource: arnFields(said.resource) }
  const region = of.resource.region
  const resourceAccount = of.resource.account
  return {
    ...inferAction(said),
    ...(region === undefined ? {} : { region }),
    ...(of.principal.account === undefined ? {} : { principalAccount: of.principal.account }),
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
  }
}
