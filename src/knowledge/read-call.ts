import { plainParameter } from '../facts/calls/parameter-values'
import { withoutWorking } from '../text/said-to-work'
import type { ShownCall } from './knowledge'

/** Most characters of a paste that are looked at. */
export const MAX_TEXT = 200_000

/** An option of a command line: `--acl`. */
const OPTION = /(?<![\w-])--([a-z][a-z\d-]{1,60})/gi

/** A name before its value: `ACL='public-read'`, `"acl": …`, `acl = …`, `x-amz-acl: …`. */
const ASSIGNED = /(?<![\w-])([a-z][\w-]{1,60})["']?\s{0,3}[=:]/gi

/** A command of the AWS CLI, with its options: `aws --region eu-west-1 s3 cp`. */
const COMMAND = /\baws\s([^\n]{3,200})/g

const commandOf = (line: string): string | null => {
  const words = line.split(/\s+/)
  let at = 0
  // An option takes the next word as its value, unless it holds one.
  while (words[at]?.startsWith('--')) at += words[at]!.includes('=') ? 1 : 2
  const [service, operation] = words.slice(at, at + 2)
  return service && operation && /^[a-z\d-]+$/.test(service) && /^[a-z\d-]+$/.test(operation)
    ? `${service} ${operation}`
    : null
}

/** Reads what a paste shows of the call: parameters that it names, and commands of the AWS CLI. */
export function readCall(paste: string): ShownCall {
  const text = withoutWorking(paste.slice(0, MAX_TEXT))
  const options = [...text.matchAll(OPTION)].map(([option, name]) => [plainParameter(name!), option] as const)
  const assigned = [...text.matchAll(ASSIGNED)].map(([, name]) => [plainParameter(name!), name!] as const)
  const commands = [...text.matchAll(COMMAND)].map(([, line]) => commandOf(line!))
  return {
    parameters: new Map([...assigned, ...options]),
    commands: new Set(commands.filter((command) => command !== null)),
  }
}
