import { splitArn } from '../../iam/arn'
import { isNamelessHole } from '../../iam/find-holes'
import type { JudgedCase } from '../judged-case'

/** Do the caller and the resource stand under the same mask, which may hide two accounts? */
export function areAccountsMasked({ accessCase: { request, holes = [] } }: JudgedCase): boolean {
  const [account, owner] = [request.principal, request.resource].map((arn) => splitArn(arn)?.[4] ?? '')
  if (account === undefined || account === '' || account !== owner) return false
  return holes.some((hole) => isNamelessHole(hole) && account.includes(hole))
}
