import type { NextStep } from '../explanation'

/** Does a step tell who called what? Such steps come before any policy is fetched. */
export const isOfCall = ({ code }: NextStep): boolean =>
  code === 'who-am-i' || code === 'recent-denials' || code === 'decode-message' || code === 'authorization-details'
