/** How a policy's JSON is coloured and typed: data for the editor. Names and values of a policy have tokens of their own. */
export const POLICY_LANGUAGE = {
  id: 'aws-policy',
  configuration: {
    wordPattern: /[\w$*:/.?-]+/,
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ] as [string, string][],
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['string'] },
      { open: '[', close: ']', notIn: ['string'] },
      { open: '"', close: '"', notIn: ['string'] },
    ],
  },
  tokens: {
    tokenizer: {
      root: [
        [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
        [/"Allow"/, 'allow'],
        [/"Deny"/, 'deny'],
        [/"(?:[^"\\]|\\.)*"?/, 'string'],
        [/-?\d[\d.e+-]*/i, 'number'],
        [/true|false|null/, 'keyword'],
        [/[{}[\],:]/, 'delimiter'],
      ] as [RegExp, string][],
    },
  },
}
