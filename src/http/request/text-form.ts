import type { Answer, Contract } from '../contract/contract.ts'
import { qualityOf } from './accept.ts'

const json = 'application/json'
const text = 'text/plain'

/** The media types of an answer, the first by default. */
export function mediaTypesOf(answer: Answer): readonly string[] {
  if ('mediaType' in answer) return [answer.mediaType]
  return answer.text ? [json, text] : [json]
}

/** Whether some answer of the route is also plain text. */
export function offersText({ answers }: Pick<Contract, 'answers'>): boolean {
  return Object.values(answers).some((answer) => mediaTypesOf(answer).includes(text))
}

/** Whether a client prefers plain text to JSON, where a route answers with both. */
export function prefersText(contract: Contract, accept: string | undefined): boolean {
  return offersText(contract) && qualityOf(accept, text) > qualityOf(accept, json)
}
