import {LockIcon} from '@sanity/icons/Lock'
import {UserIcon} from '@sanity/icons/User'
import {UsersIcon} from '@sanity/icons/Users'
import type {SortOrderingItem} from 'sanity'
import type {
  DocumentListBuilder,
  ListItemBuilder,
  StructureBuilder,
  StructureResolver,
} from 'sanity/structure'

import {API_VERSION} from './apiVersion.ts'

/** What a newsroom keeps: stories first, then whom and what they name. */
export const structure: StructureResolver = (S) =>
  S.list()
    .title('Newsroom')
    .items([
      sortedListItem(S, 'article', 'Stories'),
      S.divider(),
      peopleItem(S),
      sortedListItem(S, 'unit', 'Units'),
      sortedListItem(S, 'organisation', 'Organisations'),
      S.divider(),
      sortedListItem(S, 'poll', 'Polls'),
      sortedListItem(S, 'place', 'Places'),
    ])

/** People, and apart from each other those with a name and those known by a codename only. */
function peopleItem(S: StructureBuilder): ListItemBuilder {
  const all = sortedListItem(S, 'person', 'All people').icon(UsersIcon)
  const named = filteredPeople(S, 'Named', 'naming in ["fullName", "mononym"]')
  const codename = filteredPeople(S, 'Codename only', 'naming == "codename"')
  return S.documentTypeListItem('person')
    .title('People')
    .child(
      S.list()
        .title('People')
        .items([
          all,
          S.listItem().id('named').title('Named').icon(UserIcon).child(named),
          S.listItem().id('codename').title('Codename only').icon(LockIcon).child(codename),
        ]),
    )
}

function filteredPeople(S: StructureBuilder, title: string, filter: string): DocumentListBuilder {
  return (
    S.documentList()
      .title(title)
      .schemaType('person')
      .filter(`_type == "person" && ${filter}`)
      .apiVersion(API_VERSION)
      .defaultOrdering(firstOrdering(S, 'person'))
      // A new person might not belong to the part of the list it was made in.
      .initialValueTemplates([])
  )
}

function sortedListItem(S: StructureBuilder, type: string, title: string): ListItemBuilder {
  const list = S.documentTypeList(type).title(title).defaultOrdering(firstOrdering(S, type))
  return S.documentTypeListItem(type).title(title).child(list)
}

/** Lists open in the first of the orders that the document type offers. */
function firstOrdering(S: StructureBuilder, typeName: string): SortOrderingItem[] {
  const type = S.context.schema.get(typeName)
  return (type?.jsonType === 'object' && type.orderings?.[0]?.by) || []
}
