// What is said of each situation that a service's own words name: more than all that recognises them; see diagnoser.ts.
export { SITUATION_ANSWERS } from '../../facts/situations/situation-answers'
