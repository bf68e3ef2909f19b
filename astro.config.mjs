import { readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { addressLedger } from './src/integrations/address-ledger.ts';
import { guidanceNotice } from './src/integrations/missing-guidance.ts';
import { siteAddress } from './src/lib/site-address.ts';
import { security } from './src/integrations/security.ts';
import { siteSchema } from './src/schema/site.ts';

const own = (name) => `./src/components/${name}.astro`;

const settings = siteSchema.parse(parse(readFileSync('content/site.yaml', 'utf8')));

/** Parts of Starlight's page that this site has no use for; a page must not carry their styles and scripts. */
const UNUSED = [
  'Banner',
  'DraftContentNotice',
  'FallbackContentNotice',
  'Hero',
  'LanguageSelect',
  'PageSidebar',
  // Every page writes its own heading, because a code's heading is more than a text.
  'PageTitle',
];

/** What every look-up needs is one file: it is small, and cut into pieces it compresses worse. */
const searchChunk = {
  name: 'search',
  test: /src\/(?:addresses\/addresses|client\/(?:lookup(?:-data)?|search\/(?:answer|dialog|filter|results)))\.ts$/,
};

/** One script file for every page instead of one a component, which would be one request each. */
const siteScript = {
  name: 'site-script',
  hooks: {
    'astro:config:setup': ({ injectScript }) => injectScript('page', "import '/src/client/site.ts';"),
  },
};

export default defineConfig({
  site: siteAddress.origin,
  base: siteAddress.pathname,
  trailingSlash: 'always',
  vite: {
    build: {
      modulePreload: false,
      rolldownOptions: { output: { codeSplitting: { groups: [searchChunk] } } },
    },
  },
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: settings.title,
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      favicon: '/favicon.svg',
      disable404Route: true,
      expressiveCode: false,
      pagination: true,
      customCss: ['./src/styles/theme.css', './src/styles/content.css'],
      components: {
        Head: own('layout/Head'),
        ThemeProvider: own('layout/ThemeProvider'),
        ThemeSelect: own('layout/ThemeSelect'),
        Search: own('search/Search'),
        SocialIcons: own('layout/HeaderLinks'),
        MobileMenuToggle: own('layout/MobileMenuToggle'),
        Sidebar: own('layout/Sidebar'),
        Footer: own('layout/Footer'),
        ...Object.fromEntries(UNUSED.map((part) => [part, own('layout/Nothing')])),
      },
    }),
    siteScript,
    addressLedger(),
    guidanceNotice(),
    security(),
  ],
});
