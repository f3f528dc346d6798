import type {Figure} from './figures.ts'
import {readPopulation} from './population.ts'
import type {Span} from './span.ts'

const notPeople =
  /^(?:[ -](?:\p{L}+(?:[ -]\p{L}+)? )?(?:tax|taxes|tariff|rates?|stake|share|increase|rise|drop|decline|fall|jump|gain|loss|surge|cut|reduction|growth|swing|chance|probability|likelihood|discount|return|interest|raise|bonus|fee|deposit|threshold|target|turnout|confidence|shares|alcohol|bracket|higher|lower|more|less|fewer|above|below|larger|smaller|bigger|faster|wrong|right|sure|accurate|increases|reporting|annual|annually|a year|since|year-on-year)\b| of (?:the )?(?:precincts|votes cast|delegates|ballots|seats|turnout|electors|GDP|gross domestic product|budget|income|revenues?|sales|profits?|shares|stock)\b|(?:,)? (?:plus or minus|from a year|a year earlier))/iu
const movedBy =
  /(?:margin of (?:sampling |polling )?error[^.;]{0,30}|credibility interval[^.;]{0,20}|plus or minus |\u00B1 ?|\+\/?[-\u2212] ?|\b(?:top|bottom|richest|poorest|wealthiest|unemployment|jobless|inflation|interest|turnout|tax|growth|mortgage|tariff)(?: rate)?s?(?: (?:of|at|is|was|to|was about|stood at|is at|rose to|fell to|from))? |\b(?:rose|risen|rise|rises|grew|grown|grow|fell|fallen|fall|dropped|drop|declin(?:e|ed)|increased?|jumped|jump|up|down|off|slid|plunged|gained|lost|shrank|climbed|soared|cut|decrease[sd]?|swung|surged|boost(?:ed)?|reduc(?:e|ed|tion)|swing|improv(?:e|ed))(?: (?:\p{L}+ )?by)?(?: of)? )$/iu

/** Whether the words beside a share make it one of money, change, chance or ballots. */
export function isOtherShare(text: string, sentence: Span, figure: Figure): boolean {
  const before = text.slice(Math.max(sentence.start, figure.start - 70), figure.start)
  return movedBy.test(before) || notPeople.test(text.slice(figure.end, figure.end + 60))
}

/** Whether a share stands in a list of answers: "46 percent to 42", "Quist at 12 percent". */
export function isListed(text: string, sentence: Span, figure: Figure): boolean {
  if (readPopulation(text, figure.end, sentence.end)) return true
  const before = text.slice(Math.max(sentence.start, figure.start - 40), figure.start)
  const behind = text.slice(figure.end, sentence.end)
  if (/^ of (?:the |its |his |her |their )/i.test(behind))
    return /^ of the (?:\p{L}+ )?vote\b/iu.test(behind)
  return (
    (/(?:\b(?:at|with|to|by|from|has|had|have|of|and|got|gets|versus|vs\.?|just|drew|polled|received|garner(?:s|ed)|claim(?:s|ed)|earned|while|that|found|or|another|only|put|an?)|[,(:\u2014-]|'s|\u2019s) ?$/iu.test(
      before,
    ) ||
      before.trim() === '') &&
    /^(?: ?[,.;:)\u2014\u2013-]| (?:to|and|while|for|in|among|nationally|nationwide|of the vote|apiece|each|from|compared|versus|on|--|who|with|but|over|against)\b|$)/u.test(
      behind,
    )
  )
}

const joint =
  /^[^.;]{0,12}?(?: to | versus | vs\.? | and | or | while |, |\u2013|-)|\b(?:compared (?:to|with)|followed by|with|while|and|versus|to)\b/iu

const toldAgain = /^[^.;]{0,40}(?:[,(]| [\u2014-]) ?$/

/** Whether a share goes on from an answer before it: "44 percent to Quist's *34 percent*". */
export function continues(
  text: string,
  figure: Figure,
  earlier: (Span & {readonly figure: Figure}) | undefined,
): boolean {
  if (!earlier) return false
  const between = text.slice(earlier.figure.end, figure.framing?.start ?? figure.start)
  return between.length <= 110 && (joint.test(between) || toldAgain.test(between))
}
