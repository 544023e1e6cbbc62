/** Sentences that come with the commands of a layer, which the empty page needs not; a {gap} is filled by message. */
export const LAYER_TEXTS = {
  anotherWay: 'Can you make the call in another way?',
  mayLimitRegions:
    'Possibly: many SCPs limit Regions, and this call went to `{region}`. Try it in a Region where your other calls work.',
} as const
