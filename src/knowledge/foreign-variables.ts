import type { KnowledgeRow } from './knowledge'
import { DOCS } from '../iam/aws-docs'

/** A variable that has no value for the credentials of the call. */
export interface ForeignVariable extends KnowledgeRow {
  /** The variable, in lower case, as it begins in a text. */
  readonly variable: RegExp
  /** Whose credentials do not carry it: sessions of an identity pool, or everybody's. */
  readonly of: 'identityPool' | 'everyone'
}

/** Variables that only the policies of another system, or another way to sign in, fill in. */
export const FOREIGN_VARIABLE = {
  'thing-variable-in-iam-policy': {
    variable: /\$\{iot:Connection\.Thing\.[\w.]{1,60}/i,
    of: 'everyone',
    isSlip: true,
    check: null,
    page: `${DOCS}iot/latest/developerguide/thing-policy-variables.html`,
    confirmed: '2026-12-01',
  },
  'iot-variable-in-iam-policy': {
    variable: /\$\{iot:(?!Connection\.Thing\.)[\w.]{1,60}/i,
    of: 'everyone',
    check: null,
    page: `${DOCS}iot/latest/developerguide/iot-policy-variables.html`,
    confirmed: '2026-11-29',
  },
  'sign-in-variable-of-identity-pool': {
    variable: /\$\{(?:graph\.facebook\.com|www\.amazon\.com|accounts\.google\.com|appleid\.apple\.com):[\w.]{1,60}/i,
    of: 'identityPool',
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif`,
    confirmed: '2026-11-29',
  },
} as const satisfies Readonly<Record<string, ForeignVariable>>

/** The id of a row. */
export type ForeignVariableId = keyof typeof FOREIGN_VARIABLE
