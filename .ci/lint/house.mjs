// Rules of the house that oxlint asks beside its own.

/** A paste can make any list long, and so many arguments overflow the stack. */
const LONG_CALL = [
  'CallExpression[callee.property.name=/^(?:push|unshift)$/] > SpreadElement',
  'Items are added with append (src/text/append.ts): a call with very many arguments overflows the stack.',
]

/** Lists and tables of layers that would compile without a layer that is new. */
const HAND_WRITTEN_LAYERS = [
  [
    'VariableDeclarator[init.elements.length>0][id.typeAnnotation.typeAnnotation.typeAnnotation.elementType.typeName.name=/^(Case)?Layer$/]',
    'A list of layers is derived from the registry, or made with `eachOf` or `layersWhere`: src/iam/layers.ts.',
  ],
  [
    "VariableDeclarator[init.properties.length>0] > Identifier.id TSTypeReference[typeName.name='Partial'] TSTypeReference[typeName.name='Record'][typeArguments.params.0.typeName.name=/^(Case)?Layer$/]",
    'A table by layers is a whole `Record<Layer, …>`: of what a layer does not have, it says null.',
  ],
]

const MADE_EXPRESSION = ["NewExpression[callee.name='RegExp']", 'No regular expression is built from a policy.']

/** A rule that refuses what its selectors match. */
const refusing = (...refused) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) =>
    Object.fromEntries(refused.map(([selector, message]) => [selector, (node) => context.report({ node, message })])),
})

/** The flags of an expression as they stand there: oxlint hands them to rules in their order. */
const sortedFlags = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    'Literal[regex]'(node) {
      const flags = context.sourceCode.getText(node).split('/').at(-1)
      if (flags !== [...flags].toSorted().join('')) context.report({ node, message: 'Flags stand in their order.' })
    },
  }),
}

export default {
  meta: { name: 'house' },
  rules: {
    'no-long-call': refusing(LONG_CALL),
    'no-hand-written-layers': refusing(...HAND_WRITTEN_LAYERS),
    'no-made-expression': refusing(MADE_EXPRESSION),
    'sorted-flags': sortedFlags,
  },
}
