import type { AccessCase } from '../case/access-case'
import { serviceOfAction } from '../iam/action'

/** The prefixes of the services that a case asks: those whose reference helps to judge it. */
export const servicesAsked = ({ request, linked = [] }: AccessCase): readonly string[] =>
  [...new Set([request, ...linked].map(({ action }) => serviceOfAction(action ?? '')))].filter(Boolean)
