/** The five looks of a statement on this page. A tone is always accompanied by a sign or a word. */
export type Tone = 'deny' | 'allow' | 'depends' | 'unknown' | 'accent'

/** Text of a tone on the page's own ground. */
export const TONE_TEXT: Readonly<Record<Tone, string>> = {
  deny: 'text-deny',
  allow: 'text-allow',
  depends: 'text-depends',
  unknown: 'text-unknown',
  accent: 'text-accent',
}

/** Text of a tone on its own soft ground with a line around. */
export const TONE_CHIP: Readonly<Record<Tone, string>> = {
  deny: 'text-deny bg-deny-soft border-deny-line',
  allow: 'text-allow bg-allow-soft border-allow-line',
  depends: 'text-depends bg-depends-soft border-depends-line',
  unknown: 'text-unknown bg-unknown-soft border-unknown-line',
  accent: 'text-accent bg-accent-soft border-accent-line',
}
