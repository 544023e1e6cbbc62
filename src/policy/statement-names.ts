import { matchAnyCase } from '../iam/wildcard'
import type { PolicyText, Statement } from './policy'

/** Does a statement's Action or NotAction take an action in? */
export const namesAction = ({ action: { values, not } }: Statement, action: string): boolean =>
  values.some(({ text }) => matchAnyCase(text, action)) !== not

/** What an element names; nothing of one that is missing or excludes what it names. */
export const namedTexts = (
  element: { readonly not: boolean; readonly values: readonly PolicyText[] } | null,
): readonly string[] => (element === null || element.not ? [] : element.values.map(({ text }) => text))

/** Does an element name everything, or is it missing? */
export const namesAll = (element: { readonly not: boolean; readonly values: readonly PolicyText[] } | null): boolean =>
  element === null || namedTexts(element).includes('*')
