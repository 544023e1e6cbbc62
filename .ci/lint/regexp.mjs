// The rules of eslint-plugin-regexp, for oxlint. To know whether a file makes an expression, they look up each of its names,
// which takes most of their time: a file whose text has neither an expression nor its constructor is not asked.
import * as plugin from 'eslint-plugin-regexp'

/** Where an expression can begin: division and JSX may look like it, which costs nothing but time. */
const MAY_HAVE_ONE = /\bRegExp\b|(?:^|[\s(,=:[!&|?{};>+])\/(?![/*])/m

const whereThereIsOne = (rule) => ({
  ...rule,
  create: (context) => (MAY_HAVE_ONE.test(context.sourceCode.text) ? rule.create(context) : {}),
})

export default {
  meta: { name: 'regexp' },
  rules: Object.fromEntries(Object.entries(plugin.rules).map(([name, rule]) => [name, whereThereIsOne(rule)])),
}
