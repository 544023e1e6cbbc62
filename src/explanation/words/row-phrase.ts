import type { Facts } from '../../knowledge/knowledge'
import { messageIfKnown } from '../../text/message'
import { code, type Phrase } from '../../text/phrase'

const GAP = /(?<!\$)\{([a-z]{1,30})\}/gi

/** What a blank is called where the gap's own name tells how the text led to it, or is no word. */
const CALLED: Readonly<Record<string, string>> = {
  givenRole: 'role',
  assumedRole: 'role',
  keyId: 'key',
  givenKey: 'key',
  aliasedFunction: 'function',
  dbInstance: 'instance',
  dbCluster: 'cluster',
  nodegroup: 'node group',
  deploymentGroup: 'group',
  linkedService: 'service principal',
  blockPublicAcls: 'true or false',
  ignorePublicAcls: 'true or false',
  restrictPublicBuckets: 'true or false',
  issuer: 'issuer URL',
  testedKey: 'condition key',
  written: 'what the policy says',
  meant: 'what is meant',
  near: 'the nearest name',
  accepted: 'accepted values',
  sent: 'tags of the call',
  wanted: 'value of the tag',
  taggingKey: 'key of the tagging call',
  composer: 'service',
  refusedService: 'service',
}

const OF_ARN = /^(?<thing>[a-z]{3,30})Arn$/i

const inWords = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const blank = (name: string): string => {
  const thing = OF_ARN.exec(name)?.groups?.thing
  if (thing !== undefined) return `<ARN of the ${inWords(thing)}>`
  return `<${Object.hasOwn(CALLED, name) ? CALLED[name]! : inWords(name)}>`
}

/** A sentence of the tables as a phrase: what stands in backticks, and what fills a gap, is code. */
export const rowPhrase = (template: string, facts: Facts): Phrase => {
  const gaps = [...template.matchAll(GAP)].map(([, name]) => [name!, code(blank(name!))])
  const known = Object.entries(facts).map(([name, text]) => [name, code(withBlanks(text))])
  return messageIfKnown(template, Object.fromEntries([...gaps, ...known])) ?? []
}

/** Gaps that nothing fills as blanks with a name, as in every other statement: `{ownerId}` is `<owner id>`. */
export const withBlanks = (text: string): string => text.replace(GAP, (_, name: string) => blank(name))
