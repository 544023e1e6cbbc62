import { CircleAlert, Lightbulb, ShieldAlert, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../text/problem'

/** How each severity looks; the words are IAM Access Analyzer's. */
export const SEVERITY_LOOKS: Readonly<
  Record<Severity, { readonly word: string; readonly Sign: typeof CircleAlert; readonly tone: string }>
> = {
  error: { word: 'Error', Sign: CircleAlert, tone: 'text-deny' },
  securityWarning: { word: 'Security warning', Sign: ShieldAlert, tone: 'text-depends' },
  warning: { word: 'Warning', Sign: TriangleAlert, tone: 'text-depends' },
  suggestion: { word: 'Suggestion', Sign: Lightbulb, tone: 'text-muted' },
}
