import { isHarmlessHtml } from './harmless-html'

interface TrustedTypesRules {
  createScriptURL: (url: string) => string
  createHTML: (text: string, type?: string, sink?: string) => string
}

/** The part of the Trusted Types API that the page needs; browsers without it have no `trustedTypes`. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: TrustedTypesRules): unknown
}

/** Reads a text as a document of its own, which runs nothing: the AWS SDK reads AWS's answers, which are XML, so. */
const READING = 'DOMParser parseFromString'

function ownScript(url: string): string {
  const { origin, protocol } = new URL(url, document.baseURI)
  if (origin === window.origin && protocol !== 'data:') return url
  throw new TypeError('Only scripts of this page may run.')
}

/** What the page may do without asking for a policy: start a script of its own, and read a text as a document apart. */
const DEFAULT: TrustedTypesRules = {
  createScriptURL: ownScript,
  createHTML(text, _type, sink) {
    if (sink === READING) return text
    throw new TypeError('No text becomes HTML.')
  },
}

/** What Monaco draws its lines with: HTML in which nothing runs. */
const EDITOR: TrustedTypesRules = {
  createScriptURL: ownScript,
  createHTML(text) {
    if (isHarmlessHtml(text)) return text
    throw new TypeError('No text becomes HTML that runs.')
  },
}

/**
 * Makes the only two Trusted Types policies that the page allows, before anything else runs: no later code can make one
 * of its own. Monaco, which asks for a dozen by name and later, gets the second one for each.
 */
export function claimTrustedTypes(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypesFactory }
  if (trustedTypes === undefined) return
  trustedTypes.createPolicy('default', DEFAULT)
  const editor = trustedTypes.createPolicy('editor', EDITOR)
  Object.defineProperty(trustedTypes, 'createPolicy', { value: () => editor })
}
