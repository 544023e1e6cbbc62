/** Where in the learning part of the app the address is. */
export type LearnRoute =
  | { readonly page: 'course' }
  | {
      readonly page: 'lesson'
      readonly id: string
      /** The step of its story, from 1. */
      readonly step: number | null
    }
  | { readonly page: 'gallery' }
  | { readonly page: 'handout' }
  | { readonly page: 'class' }
  | { readonly page: 'link' }
  | { readonly page: 'deckBuilder' }
  | { readonly page: 'why'; readonly code: string }
  | { readonly page: 'exercise' | 'deck'; readonly fragment: string }

/** The fragment of a lesson, at a step of its story. */
export const lessonFragment = (id: string, step: number): string => `#/learn/${id}/${String(step)}`

/** Reads `#/learn`, `#/learn/<lesson>`, `#/learn/<lesson>/<step>`, `#/learn/gallery` …, and the links of exercises and decks. */
export function learnRoute(hash: string): LearnRoute {
  if (/^#x\d/.test(hash)) return { page: 'exercise', fragment: hash }
  if (/^#d\d/.test(hash)) return { page: 'deck', fragment: hash }
  const [, code] = /^#\/why(?:\/([\w-]{0,100}))?/.exec(hash) ?? []
  if (hash.startsWith('#/why')) return { page: 'why', code: code ?? '' }
  const [, id, step] = /^#\/learn\/([\w-]{1,100})(?:\/([1-9]\d?))?$/.exec(hash) ?? []
  switch (id) {
    case undefined:
      return { page: 'course' }
    case 'gallery':
    case 'handout':
    case 'class':
    case 'link':
      return { page: id }
    case 'deck':
      return { page: 'deckBuilder' }
    default:
      return { page: 'lesson', id, step: step === undefined ? null : Number(step) }
  }
}
