const courtesy = 'mr mrs ms miss mx dr sir dame lord lady prof professor rev reverend fr st'
const offices =
  'president chancellor premier minister secretary senator sen congressman congresswoman rep representative governor gov mayor judge justice ambassador commissioner king queen prince princess emperor sultan sheikh emir pope cardinal archbishop bishop patriarch rabbi imam mullah ayatollah pastor general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl private admiral adm commander cmdr marshal brigadier brig officer detective sheriff inspector constable superintendent chief director chairman chairwoman chairperson chair ceo cfo spokesman spokeswoman spokesperson coach speaker councillor councilman councilwoman attorney prosecutor envoy leader counsel baroness baron duke duchess count countess taoiseach tsar czar delegate candidate nominee editor correspondent reporter boss founder manager dean provost chaplain deacon father trooper agent astronaut cosmonaut actor actress singer administrator coordinator co-ordinator secretary-general director-general undersecretary superintendent'
const modifiers =
  'prime vice deputy acting former ex interim foreign defence defense interior finance home state justice first lieutenant major brigadier police crown special assistant associate senior executive managing district emeritus supreme the federal attorney press chief national lord field rear staff master health labour shadow opposition majority minority house senate security republican democratic presidential'

const openers = new Set([...courtesy.split(' '), ...offices.split(' ')])
const before = new Set(modifiers.split(' '))
const courtesies = new Set(courtesy.split(' '))

const parties =
  /^(?:Democrat|Republican|Libertarian|Tory|Socialist|Communist|Liberal|Conservative|Green)$/
const secretaryOf = /^(?:State|Defen[cs]e|Treasury|Energy|Education|Health|Labor|Commerce|War)$/

/** A word that stands before a person's name and tells what they are: "President", "Capt". */
export function isTitle(word: string): boolean {
  return openers.has(word.toLowerCase()) || parties.test(word)
}

const office =
  /^(?:Education|Health|Defen[cs]e|Finance|Interior|Justice|Transport|Culture|Energy|Trade|Agriculture|Labou?r|State|Affairs|Foreign Affairs|Environment|Science|Sport|Sports|Tourism|Economy|Development|Housing|House)$/

/** What ministers are ministers of: "Minister of *Education* Ada Lund", "*Transport* Minister". */
export function isOffice(words: string): boolean {
  return office.test(words)
}

/** A word that belongs to the title behind it: "*Prime* Minister". */
export function isTitlePart(word: string): boolean {
  return before.has(word.toLowerCase()) || isOffice(word)
}

/** A title that nothing but a name follows: "Mrs". */
export function isCourtesy(word: string): boolean {
  return courtesies.has(word.toLowerCase())
}

/** The office in "Secretary of *State* John Kerry". */
export function isOfficeOf(title: string, word: string): boolean {
  if (title === 'Speaker') return word === 'House' || word === 'the'
  return title === 'Secretary' && secretaryOf.test(word)
}

const masculine =
  /^(?:Mr|Sir|Lord|King|Prince|Father|Congressman|Chairman|Spokesman|Duke|Baron|Count)$/i
const feminine =
  /^(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Sister|Congresswoman|Chairwoman|Spokeswoman|Duchess|Baroness|Countess)$/i

/** What a title tells of the person whose it is. */
export function genderOfTitle(title: readonly string[]): 'he' | 'she' | undefined {
  if (title.some((word) => masculine.test(word))) return 'he'
  return title.some((word) => feminine.test(word)) ? 'she' : undefined
}
