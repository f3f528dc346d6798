/** Every string that an editor reads in our own views and tools; `{{…}}` is filled in. */
export const resources = {
  loading: 'Loading',
  failed: 'This could not be loaded: {{reason}}',

  'preview.view': 'Preview',
  'preview.frame': 'The story as readers get it',
  'preview.links': 'Names lead to their entries in a new tab.',
  'preview.no-slug': 'Give the story a headline and an address to see how readers get it.',
  'preview.other-story':
    'Another story has the address of this one. Give this one another address to see how readers get it.',
  'preview.missing': 'Nothing is saved yet. The preview appears with the first words.',

  'poll.view': 'Chart',
  'poll.empty': 'This poll has no findings yet. Add one to see the chart.',
  'poll.no-number': 'No finding comes with a share in per cent, so there is nothing to draw.',
  'poll.chart': 'What the poll found, in per cent. The table below says the same in words.',
  'poll.table': 'What the poll found',
  'poll.topic': 'On',
  'poll.stance': 'Answer',
  'poll.words': 'In the words of the story',
  'poll.number': 'In figures',
  'poll.qualifier': 'How exactly',
  'poll.no-topic': 'No topic yet',
  'poll.no-stance': 'No answer yet',
  'poll.no-words': 'No share yet',
  'poll.percent': '{{value}} per cent',
  'poll.between': '{{low}} to {{high}} per cent',
  'poll.not-a-share': 'Not a share',
  'poll.approximate-end': 'A dashed end means that the story gives the share only roughly.',
} as const
