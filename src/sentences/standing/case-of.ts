import { isSomebody, type Remarking, type StandingFacts } from './facts.ts'
import type { StandingCase } from '../table/standings.ts'

/** The row of the table that a claim is read from; the first that fits. */
export function caseOf(facts: StandingFacts): StandingCase {
  const { status, isRuling, answer } = facts
  if (status === null) return 'voided'
  if (status === 'unchallenged') return unchallenged(facts)
  if (facts.isElsewhere) return status === 'countered' ? 'countered_elsewhere' : 'ruled_elsewhere'
  if (status === 'ruled_against' && isRuling) return 'set_aside'
  if (status !== 'denied') return status
  if (answer?.fit === 'meets') return 'denied'
  if (answer?.fit !== 'partly' && answer?.fit !== 'other_point') return 'contested'
  const isPart = answer.fit === 'partly'
  if (answer.isAmongOthers) return isPart ? 'answered_partly_among_others' : 'answered_among_others'
  return isPart ? 'answered_partly' : 'answered_elsewhere'
}

/** What else somebody said of a claim that nobody contradicts. */
function unchallenged(facts: StandingFacts): StandingCase {
  if (isSomebody(facts.contestedBy)) return 'ruling_contested'
  if (facts.partly) return 'partly_admitted'
  if (facts.answer?.fit === 'confirms')
    return facts.answer.unsaid === 'none' ? 'confirms_unsaid' : 'confirms'
  if (facts.answer?.fit === 'neither') return 'neither'
  if (isSomebody(facts.retracted.by)) return 'confirmation_retracted'
  if (isSomebody(facts.context.by)) return remarked[facts.context.as]
  if (isSomebody(facts.contestedContext)) return 'context_contested'
  if (isSomebody(facts.takenBack)) return 'answer_taken_back'
  if (isSomebody(facts.setAsideBy)) return 'ruling_lapsed'
  if (facts.isRated) return 'rated'
  if (facts.isRuling) return 'ruling_unanswered'
  return facts.asked ? 'asked' : 'unanswered'
}

const remarked: Readonly<Record<Remarking, StandingCase>> = {
  context: 'context_added',
  confirms: 'said_so',
  elsewhere: 'answered_besides',
  neither: 'confirmed_nor_denied',
  declines: 'no_comment',
}

/** Whether nobody has answered a claim in any way. */
export function isUnanswered(standing: StandingCase): boolean {
  return standing === 'unanswered' || standing === 'asked' || standing === 'ruling_unanswered'
}
