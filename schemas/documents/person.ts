import {LockIcon} from '@sanity/icons/Lock'
import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {personNamings} from '../../vocabulary/names.ts'
import {externalIdsField} from '../fields/externalIdsField.ts'
import {alternateNamesField, disambiguationField, nameField} from '../fields/nameFields.ts'
import {periodFields} from '../fields/periodFields.ts'
import {placeFactField, placeFactsField} from '../fields/placeFactField.ts'
import {relationsField} from '../fields/relationsField.ts'
import {slugField} from '../fields/slugField.ts'
import {suggestedField} from '../fields/suggestedField.ts'
import {nameOrderings} from '../orderings.ts'
import {relationTitle} from '../../vocabulary/relationTypes.ts'
import {joinWords, listLine} from '../preview.ts'
import {checkSchemes} from '../rules/externalIds.ts'
import {checkSpellings} from '../rules/names.ts'
import {
  checkBirthPlace,
  checkExternalIds,
  checkJigsaw,
  checkNaming,
  checkOtherNames,
  checkPicture,
  checkSortName,
} from '../rules/protection.ts'
import {isText} from '../rules/read.ts'

/** Somebody whom stories name, or describe precisely enough to be told apart. */
export const person = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  groups: [
    {name: 'identity', title: 'Identity', default: true},
    {name: 'life', title: 'Life'},
    {name: 'relations', title: 'Relations'},
    {name: 'protection', title: 'Protection'},
    {name: 'more', title: 'More'},
  ],
  fields: [
    nameField({
      group: 'identity',
      description:
        'The name readers see. For a protected source the codename, and nothing that points beyond it.',
    }),
    defineField({
      name: 'naming',
      title: 'Named by',
      type: 'string',
      description: 'How stories name this person.',
      group: 'identity',
      options: {list: [...personNamings]},
      initialValue: 'fullName',
      validation: (rule) => [rule.required(), rule.custom(checkNaming)],
    }),
    slugField({source: 'name', group: 'identity', mayBeUnnamed: true}),
    disambiguationField('identity'),
    {
      ...alternateNamesField('identity'),
      validation: (rule) => [rule.custom(checkSpellings), rule.custom(checkOtherNames)],
    },
    defineField({
      name: 'summary',
      type: 'text',
      rows: 3,
      description: 'Who this is, in a sentence or two that a reader new to the story understands.',
      group: 'identity',
    }),
    defineField({
      name: 'image',
      title: 'Picture',
      type: 'creditedImage',
      description: 'A picture of this person. None of a protected source, unless it was cleared.',
      group: 'identity',
      validation: (rule) => rule.custom(checkPicture),
    }),
    defineField({
      name: 'occupations',
      type: 'array',
      description: 'What this person does or did, in the order of their life.',
      group: 'life',
      of: [defineArrayMember({type: 'personOccupation'})],
    }),
    defineField({
      name: 'ageAsReported',
      title: 'Age as reported',
      type: 'reportedAge',
      description: 'The age that a story prints. It is true of that time only.',
      group: 'life',
    }),
    ...periodFields({
      start: 'birthDate',
      end: 'deathDate',
      startTitle: 'Born',
      endTitle: 'Died',
      group: 'life',
    }),
    {
      ...placeFactField({
        name: 'birthPlace',
        title: 'Birthplace',
        description: 'Where this person was born, if a story says so.',
        group: 'life',
      }),
      validation: (rule) => rule.custom(checkBirthPlace).warning(),
    },
    placeFactsField({
      name: 'nationalities',
      title: 'Nationalities',
      description: 'The countries whose nationality a story gives this person.',
      group: 'life',
    }),
    defineField({
      name: 'residences',
      type: 'array',
      description: 'Where this person lives or lived, what they left and why, oldest first.',
      group: 'life',
      of: [defineArrayMember({type: 'personResidence'})],
    }),
    relationsField(),
    placeFactField({
      name: 'fightsFor',
      title: 'Fights for',
      description: 'The country on whose side this person fights.',
      group: 'relations',
    }),
    defineField({
      name: 'identityProtection',
      title: 'Protected source',
      type: 'identityProtection',
      description:
        'Fill in for a person whose name is withheld. Needed for everyone with a codename.',
      group: 'protection',
      validation: (rule) => rule.custom(checkJigsaw).warning(),
    }),
    defineField({
      name: 'sortName',
      title: 'Name for sorting',
      type: 'string',
      description: 'The name as an index lists it: “Prokopiev, Vadim”.',
      group: 'more',
      validation: (rule) => rule.custom(checkSortName),
    }),
    {
      ...externalIdsField('more'),
      validation: (rule) => [rule.custom(checkSchemes), rule.custom(checkExternalIds)],
    },
    suggestedField('more'),
  ],
  preview: {
    select: {
      name: 'name',
      naming: 'naming',
      protection: 'identityProtection.basis',
      occupation: 'occupations.0.title',
      occupied: 'occupations.0.status',
      relation: 'relations.0.type',
      related: 'relations.0.to.name',
      negated: 'relations.0.negated',
      status: 'relations.0.status',
      image: 'image',
    },
    prepare: ({name, naming, protection, image, ...life}) => ({
      title: listLine('Person without a name', name),
      subtitle: naming === 'codename' ? 'codename only' : lifeLine(life),
      media: isText(protection) ? LockIcon : (image ?? UserIcon),
    }),
  },
  orderings: nameOrderings('sortName'),
})

/** What somebody does, and to whom they belong: “former spy for the UK”, “founded Pahonia”. */
function lifeLine(life: Readonly<Record<string, unknown>>): string {
  const {occupation, occupied, relation, related, negated, status} = life
  const work = isText(occupation) ? `${occupied === 'former' ? 'former ' : ''}${occupation}` : ''
  const title = relationTitle(relation, {negated: negated === true})
  // “spy for the UK · works in UK” would say the same twice.
  if (!isText(related) || !title || work.includes(related)) return work
  return joinWords(
    work,
    status === 'former' ? `formerly: ${title} ${related}` : `${title} ${related}`,
  )
}
