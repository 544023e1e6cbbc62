import { CALL_FACTS } from '../../facts/calls/call-facts'
import { fieldsOf } from '../../text/fields'
import type { StatementJson } from '../causes/least-statement'
import type { JudgedCase } from '../judged-case'

/** Do statements allow what is done with a key, and nothing else? */
export const isOfKeys = (made: readonly StatementJson[]): boolean =>
  made.every(({ Action }) => [Action].flat().every((one) => /^kms:/i.test(String(one))))

/** Does a call need a key besides, into whose policy a service has to be let, and nothing tells who manages it? */
export const isOfUnknownKey = ({ accessCase }: JudgedCase, code: string, made: readonly StatementJson[]): boolean =>
  accessCase.facts?.kmsKeyManager === undefined &&
  Object.hasOwn(CALL_FACTS, code) &&
  isOfKeys(made) &&
  made.every(({ Principal: named }) => Object.keys(fieldsOf(named)).join() === 'Service')
