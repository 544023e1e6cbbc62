import { serviceOfAction } from '../../iam/action'
import { documentRow } from '../../policy/policy-documents'
import type { Fix } from '../explanation'
import * as say from '../messages/fixes'
import type { JudgedCase } from '../judged-case'

/** A change of a policy that counts only with the next deployment says so. */
export const withEffect = ({ accessCase }: JudgedCase, fix: Fix): Fix =>
  documentRow(fix.layer, serviceOfAction(accessCase.request.action)).takesEffect === undefined
    ? fix
    : { ...fix, sentence: say.thenDeploy(fix.sentence) }
